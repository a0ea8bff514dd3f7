package codeframe.report.methods;

import codeframe.db.Json;
import codeframe.project.Events;
import codeframe.report.document.Language;
import codeframe.report.methods.section.Recorded;
import codeframe.report.methods.section.Topic;
import codeframe.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Keeps what an owner records and chooses for the methods section, each change in the trail. */
public final class MethodsChoices {
    static final int LONGEST = 2_000;

    /** Each is computed anew whenever the section is opened. */
    private static final int MOST_RESULTS = 12;

    private final Jdbi jdbi;

    public MethodsChoices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Recorded recorded(long project) {
        return new Recorded(jdbi.withExtension(MethodsChoiceRows.class, rows -> rows.recorded(project)));
    }

    /** None where nobody chose. */
    List<Long> runs(long project) {
        return jdbi.withExtension(MethodsChoiceRows.class, rows -> rows.runs(project));
    }

    /** @param texts by topic; an empty one takes back what was recorded */
    void record(long project, long by, Language language, Map<Topic, String> texts) {
        texts.forEach((topic, text) -> check(topic, text));
        var before = recorded(project);
        var changed = new TreeMap<String, String>();
        texts.forEach((topic, text) -> {
            if (!text.equals(before.text(topic, language))) {
                changed.put(topic.word(), text);
            }
        });
        if (!changed.isEmpty()) {
            jdbi.useTransaction(handle -> {
                var rows = handle.attach(MethodsChoiceRows.class);
                changed.forEach((topic, text) -> {
                    rows.forget(project, topic, language.word());
                    if (!text.isEmpty()) {
                        rows.record(project, topic, language.word(), text, by);
                    }
                });
                var detail = Json.of(Map.of("language", language.word(), "facts", changed));
                handle.attach(Events.class).add(project, by, "recorded facts for the methods section", detail);
            });
        }
    }

    private static void check(Topic topic, String text) {
        if (text.length() > LONGEST) {
            throw new Problem.Invalid("\"" + topic.title().english() + "\" is longer than 2,000 signs. Nothing was"
                    + " changed. A methods section says it in a few sentences.");
        }
    }

    /** The addresses of results that belong into the appendix, in the order in which they were put there. */
    List<String> results(long project) {
        return jdbi.withExtension(MethodsChoiceRows.class, rows -> rows.results(project));
    }

    void addResults(long project, long by, String address) {
        jdbi.useTransaction(handle -> {
            var rows = handle.attach(MethodsChoiceRows.class);
            if (rows.results(project).size() >= MOST_RESULTS) {
                throw new Problem.Invalid("An appendix holds " + MOST_RESULTS + " results at most. Nothing was changed."
                        + " Take some away on the methods page first.");
            }
            if (rows.addResults(project, address, by) > 0) {
                handle.attach(Events.class)
                        .add(project, by, "put results into the methods", Json.of(Map.of("address", address)));
            }
        });
    }

    /** Takes away all others. */
    void keepResults(long project, long by, List<String> addresses) {
        jdbi.useTransaction(handle -> {
            if (handle.attach(MethodsChoiceRows.class).keepResults(project, addresses) > 0) {
                handle.attach(Events.class)
                        .add(project, by, "took results out of the methods", Json.of(Map.of("kept", addresses)));
            }
        });
    }

    /** Without any, they are proposed from then on. */
    void chooseRuns(long project, long by, List<Long> runs) {
        jdbi.useTransaction(handle -> {
            var rows = handle.attach(MethodsChoiceRows.class);
            rows.forgetRuns(project);
            for (long run : runs) {
                if (rows.choose(project, run, by) == 0) {
                    throw new Problem.Invalid(
                            "There is no run " + run + " here, or you have no access to it. Nothing was"
                                    + " changed. Choose among those that are offered.");
                }
            }
            handle.attach(Events.class)
                    .add(
                            project,
                            by,
                            "chose the runs that the methods section tells of",
                            Json.of(Map.of("runs", runs)));
        });
    }
}
