package codeframe.report.study;

import codeframe.codebook.Variable;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Word;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what an address asks of a report. What it does not understand keeps its usual value and becomes a sentence: a page
 * tells it above the report, a file or the API refuses.
 */
public final class AddressReading {
    private static final Pattern GROUP = Pattern.compile("(group|name)[1-9]");
    private static final Set<String> REPEATED = Set.of("coders", "with_coders", "coder", "covariate", "collapse");
    private static final Set<String> OPENED_WITH = Set.of("coder", "run");
    private static final int MOST_NAMED = 40;

    private final Map<String, List<String>> given;
    private final Offered offered;
    private final List<Problem.Mistake> mistakes = new ArrayList<>();

    /** @param names every parameter that has a meaning here; with "collapse" also those of its tick boxes */
    public AddressReading(Context ctx, Offered offered, Set<String> names) {
        this(ctx.queryParamMap(), offered, names);
    }

    /** @param given every parameter with its values, as an address that was kept has them */
    public AddressReading(Map<String, List<String>> given, Offered offered, Set<String> names) {
        this.given = given;
        this.offered = offered;
        for (var name : given.keySet()) {
            if (!names.contains(name)
                    && !(names.contains("collapse") && GROUP.matcher(name).matches())) {
                mistake(
                        name,
                        "\"" + name + "\" is not a choice of this report. Its choices are "
                                + names.stream().sorted().collect(Collectors.joining(", ")) + ".");
            } else if (!REPEATED.contains(name) && !name.startsWith("group") && different(name) > 1) {
                mistake(name, name + " stands twice in the address; it takes one value.");
            }
        }
    }

    private long different(String name) {
        return values(name).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .count();
    }

    private List<String> values(String name) {
        return given.getOrDefault(name, List.of());
    }

    public String text(String name) {
        return values(name).stream().findFirst().map(String::strip).orElse("");
    }

    public Offered offered() {
        return offered;
    }

    public List<String> texts(String name) {
        return values(name).stream().filter(text -> !text.isBlank()).distinct().toList();
    }

    public long number(String name, long usual, long least, long most) {
        return read(name, usual, () -> Params.number(text(name), name, usual, least, most));
    }

    /** The usual value where reading refuses. */
    public <T> T read(String name, T usual, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem.Invalid refusal) {
            mistake(name, refusal.getMessage());
            return usual;
        }
    }

    public void mistake(String name, String sentence) {
        mistakes.add(new Problem.Mistake(name, 0, sentence));
    }

    /** What cannot be made. */
    void refused(Problem refusal) {
        if (refusal.mistakes().isEmpty()) {
            mistake("", refusal.getMessage());
        }
        mistakes.addAll(refusal.mistakes());
    }

    /** Of the page. That a report cannot be made is no mistake of somebody who asked for none in particular. */
    public int status() {
        boolean proposed = OPENED_WITH.containsAll(given.keySet())
                && mistakes.stream().allMatch(mistake -> mistake.key().isEmpty());
        return mistakes.isEmpty() || proposed ? 200 : 422;
    }

    public List<Problem.Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** @throws Problem.Invalid with every sentence */
    public void check() {
        if (!mistakes.isEmpty()) {
            throw new Problem.Invalid(
                    mistakes.stream().map(Problem.Mistake::message).collect(Collectors.joining(" ")), mistakes);
        }
    }

    /** Numbers of coders that are there. */
    public List<Long> coders(String name) {
        var asked = read(name, List.<Long>of(), () -> AgreementOptions.numbers(values(name), name));
        var known = asked.isEmpty() ? List.<ReportedCoder>of() : offered.coders();
        return asked.stream().filter(number -> isThere(name, number, known)).toList();
    }

    /** Nothing where none is named, or one that is not among them. */
    public Optional<Variable> variable(String name, List<Variable> possible) {
        var key = text(name);
        var found =
                possible.stream().filter(variable -> variable.key().equals(key)).findFirst();
        if (found.isEmpty() && !key.isEmpty()) {
            mistake(
                    name,
                    "This report knows no variable \"" + key + "\". Variables are "
                            + some(possible.stream()
                                    .map(variable -> variable.key() + " (" + variable.label() + ")")
                                    .toList())
                            + ".");
        }
        return found;
    }

    /** A word of a menu. */
    public <W extends Word> W word(String name, W usual, W[] words) {
        var text = text(name);
        var found = Word.named(words, text);
        if (found.isEmpty() && !text.isEmpty()) {
            mistake(
                    name,
                    name + " must be "
                            + Arrays.stream(words)
                                    .map(Word::word)
                                    .collect(Collectors.joining(", "))
                                    .replaceFirst(", (?=[^,]*$)", " or ")
                            + ", not \"" + text + "\".");
        }
        return found.orElse(usual);
    }

    /** One coder, or 0. */
    public long coder(String name) {
        long asked = number(name, 0, 0, Long.MAX_VALUE);
        return asked == 0 || isThere(name, asked, offered.coders()) ? asked : 0;
    }

    private boolean isThere(String name, long number, List<ReportedCoder> known) {
        boolean there = known.stream().anyMatch(coder -> coder.id() == number);
        if (!there) {
            mistake(
                    name,
                    "There is no coder " + number + " here, or you have no access to it. Coders are "
                            + some(known.stream()
                                    .map(coder -> coder.id() + " (" + coder.name() + ")")
                                    .toList())
                            + ".");
        }
        return there;
    }

    static String some(List<String> all) {
        return all.isEmpty()
                ? "none yet"
                : all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "");
    }

    public Scope scope() {
        return ScopeReading.of(this);
    }

    public IntervalOptions intervals() {
        return IntervalOptions.of(this);
    }

    public Clustering clustering() {
        return Clustering.read(this);
    }

    public String unsure() {
        var word = text("unsure").isEmpty() ? "missing" : text("unsure");
        if (!Recode.UNSURE.contains(word)) {
            mistake("unsure", "unsure must be missing, category or disagreement, not \"" + word + "\".");
            return "missing";
        }
        return word;
    }

    /**
     * Which categories are taken together, from tick boxes or as text.
     *
     * @param shown the variables that the report is of
     */
    public List<CategoryGroup> groups(List<Variable> shown, long version) {
        var text = GroupBoxes.text(this);
        return text.isEmpty()
                ? List.of()
                : read("collapse", List.of(), () -> {
                    var known = offered.variables(version);
                    try {
                        return new GroupReading(shown, known).read(text);
                    } catch (Problem.Invalid unknown) {
                        return earlier(shown, known, text, unknown);
                    }
                });
    }

    private List<CategoryGroup> earlier(
            List<Variable> shown, List<Variable> known, String text, Problem.Invalid unknown) {
        try {
            return new GroupReading(offered.ofAllVersions(shown), offered.ofAllVersions(known)).read(text);
        } catch (Problem.Invalid unknownToAll) {
            throw unknown;
        }
    }
}
