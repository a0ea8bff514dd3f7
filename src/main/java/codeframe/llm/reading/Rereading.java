package codeframe.llm.reading;

import codeframe.codebook.Variable;
import codeframe.coding.Coded;
import codeframe.coding.Codings;
import codeframe.db.Json;
import codeframe.llm.ask.AnsweredImage;
import codeframe.llm.ask.Interview;
import codeframe.llm.ask.RequestHistory;
import codeframe.llm.ask.RunTerms;
import codeframe.llm.price.Answered;
import codeframe.llm.prompt.Askings;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads the stored answers of a run anew, as the program and the run's mappings read today; nothing is asked or paid. */
public final class Rereading {
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;
    private final StoredAnswers rows;

    public Rereading(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.rows = jdbi.onDemand(StoredAnswers.class);
    }

    /** @param coded how many images have all their codes now and had not before */
    public record Tally(long read, long coded) {
        private Tally plus(Tally other) {
            return new Tally(read + other.read, coded + other.coded);
        }
    }

    /** @param variables of the run, in the words of its codebook version */
    public Tally all(Run run, RunTerms terms, List<Variable> variables) {
        var askings = new Askings(terms.prompt(), variables, run.seed());
        var tally = new Tally(0, 0);
        var items = rows.items(run.id(), 0, AT_ONCE);
        while (!items.isEmpty()) {
            tally = tally.plus(some(run, terms, askings, items));
            items = rows.items(run.id(), items.get(items.size() - 1).image(), AT_ONCE);
        }
        return tally;
    }

    /** An image as it was, and as it is read now. */
    private record Read(StoredAnswers.Item item, Result.Done now) {
        boolean isNewlyCoded() {
            return now.outcome() == Outcome.CODED && !item.outcome().equals(Outcome.CODED.word());
        }

        Map<String, Object> row() {
            var row = new java.util.HashMap<String, Object>();
            row.put("image", item.image());
            row.put("before", item.outcome());
            row.put("outcome", now.outcome().word());
            row.put("error", now.error());
            row.put("detail", now.detail());
            return row;
        }
    }

    private Tally some(Run run, RunTerms terms, Askings askings, List<StoredAnswers.Item> items) {
        var answers = rows
                .answers(run.id(), items.stream().map(StoredAnswers.Item::image).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        StoredAnswers.AnswerOf::image,
                        Collectors.mapping(StoredAnswers.AnswerOf::row, Collectors.toList())));
        var read = items.stream()
                .filter(item -> answers.containsKey(item.image()))
                .map(item -> new Read(item, now(item.image(), terms, askings, answers.get(item.image()))))
                .toList();
        return keep(run, read);
    }

    /** A question without an answer, which another answer hid so far, stays without. */
    private static Result.Done now(long image, RunTerms terms, Askings askings, List<Answered.Row> rows) {
        var history = RequestHistory.of(rows);
        var interviews = new ArrayList<Interview>();
        for (int sample = 0; sample < terms.samples(); sample++) {
            var interview = new Interview(askings, image);
            for (var asking = interview.next(); asking.isPresent(); asking = interview.next()) {
                var said = history.answer(asking.get(), sample);
                if (said.isEmpty()) {
                    break;
                }
                interview.take(said.get().read(asking.get(), terms));
            }
            interviews.add(interview);
        }
        return AnsweredImage.done(image, interviews, List.copyOf(askings.all().values()), history.ms());
    }

    private Tally keep(Run run, List<Read> read) {
        return jdbi.inTransaction(handle -> {
            var taken = new HashSet<>(handle.attach(StoredAnswers.class)
                    .settle(run.id(), Json.of(read.stream().map(Read::row).toList())));
            var mine = read.stream()
                    .filter(one -> taken.contains(one.item().image()))
                    .toList();
            var coded = mine.stream()
                    .map(Read::now)
                    .filter(now -> now.outcome().hasCodes())
                    .map(now -> new Coded(now.image(), now.outcome().word(), now.codes()))
                    .toList();
            if (!coded.isEmpty()) {
                handle.attach(Codings.class).add(run.projectId(), run.coderId(), run.codebookVersionId(), coded);
            }
            return new Tally(
                    mine.size(), mine.stream().filter(Read::isNewlyCoded).count());
        });
    }
}
