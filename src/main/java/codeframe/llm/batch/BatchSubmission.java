package codeframe.llm.batch;

import codeframe.llm.ask.AskedImage;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.price.Batches;
import codeframe.llm.prompt.Asking;
import codeframe.llm.server.RequestHabit;
import codeframe.run.CannotRun;
import codeframe.run.Result;
import codeframe.web.NumberText;
import codeframe.web.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands requests over as one batch, unless the server is to be left in peace. */
public final class BatchSubmission {
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    private final PaidRequests paid;
    private final BatchRounds rounds;
    private final BatchHandOver handOver;

    public BatchSubmission(PaidRequests paid, Duration pollEvery) {
        this.paid = paid;
        this.rounds = new BatchRounds(paid.clock(), pollEvery);
        this.handOver = new BatchHandOver(paid);
    }

    /** A question to be asked in the next batch; {@code again} where an earlier one was lost. */
    record Wanted(AskedImage asked, Asking asking, int sample, boolean again) {}

    BatchRounds rounds() {
        return rounds;
    }

    /** @return what to make of each image whose request was, or could not yet be, handed over */
    Map<Long, Result> handOver(RequestSetup setup, long run, List<Wanted> wanted) {
        var results = new LinkedHashMap<Long, Result>();
        if (wanted.isEmpty()) {
            return results;
        }
        var setback = paid.batches().setback(run);
        var until = setback.map(one -> rest(setup, one)).orElse(Instant.EPOCH);
        if (until.isAfter(paid.clock().instant())) {
            wanted.forEach(one -> results.put(
                    one.asked().id(),
                    new Result.Later(one.asked().id(), until, setback.get().failure())));
        } else {
            handOverNow(setup, run, wanted, results);
        }
        return results;
    }

    /**
     * After batches that the server did not take it is left in peace, each time for longer.
     *
     * @throws CannotRun when it has taken none for too long, and not for its queue being full
     */
    private Instant rest(RequestSetup setup, Batches.Setback setback) {
        var silence = Duration.between(setback.since(), paid.clock().instant());
        if (!QueueLimit.says(setback.failure())
                && silence.compareTo(setup.server().giveUp()) > 0) {
            throw new CannotRun("The server \"" + setup.server().name() + "\" has taken no batch since "
                    + NumberText.moment(setback.since()) + ". The last: " + setback.failure()
                    + " Continue the run when the server works again.");
        }
        long doubled = rounds.every().toMillis() << Math.min(10, setback.batches() - 1);
        return setback.latest().plusMillis(Math.min(doubled, LONGEST_REST.toMillis()));
    }

    private void handOverNow(RequestSetup setup, long run, List<Wanted> wanted, Map<Long, Result> results) {
        var token = Secrets.token();
        var habits = setup.shape().now();
        var words = habits.stream().map(RequestHabit::word).toList();
        long batch = paid.batches().open(run, token, words);
        try {
            var file = Files.createTempFile("codeframe-batch", ".jsonl");
            try {
                var sheet = new BatchSheet(paid, rounds, setup, run, batch, habits);
                if (sheet.write(file, wanted, results) > 0) {
                    handOver.send(setup, run, batch, file, token);
                } else {
                    paid.batches().end(batch, "done", "Nothing could be handed over.");
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
