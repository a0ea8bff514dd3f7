package codeframe.llm.batch;

import codeframe.llm.ask.Backoff;
import codeframe.llm.ask.ImageFailed;
import codeframe.llm.ask.LlmSession;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.RequestHistory;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.server.LlmServer;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands the requests of many images over together and comes back for their answers. Whatever is known is in the database,
 * so that any worker of any node goes on where another stopped.
 */
public final class BatchSession implements Session {
    private final LlmSession single;
    private final RequestSetup setup;
    private final long run;
    private final PaidRequests paid;
    private final BatchSubmission submission;
    private final BatchResults batchResults;
    private final RefusedLines refusedLines;

    public BatchSession(
            LlmSession single,
            RequestSetup setup,
            long run,
            PaidRequests paid,
            BatchSubmission submission,
            BatchResults batchResults) {
        this.single = single;
        this.setup = setup;
        this.run = run;
        this.paid = paid;
        this.submission = submission;
        this.batchResults = batchResults;
        this.refusedLines = new RefusedLines(paid, setup, run);
    }

    @Override
    public int batch() {
        return paid.batches().largest(setup.server().id(), LlmServer.BATCH);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public List<Result> classify(List<RunImage> images) {
        Map<Long, Result> results = new LinkedHashMap<>();
        var open = new ArrayList<BatchSubmission.Wanted>();
        var looked = new HashMap<Long, Boolean>();
        var leftOver = new HashSet<Long>();
        for (var image : images) {
            try {
                one(image, results, open, looked, leftOver);
            } catch (ImageFailed imageFailed) {
                results.put(image.id(), single.imageFailed(image, imageFailed));
            }
        }
        // What is left over waits for what else will be: together they are one batch more, and not one each.
        if (!leftOver.isEmpty() && leftOver.size() < batch() && paid.batches().othersCome(run, images.size())) {
            open.removeIf(one -> leftOver.contains(one.asked().id()));
            leftOver.forEach(image ->
                    results.put(image, submission.rounds().later(image, "It goes with what else is left over.")));
        }
        submission.handOver(setup, run, open).forEach(results::put);
        return submission.rounds().together(results.values());
    }

    private void one(
            RunImage image,
            Map<Long, Result> results,
            List<BatchSubmission.Wanted> open,
            Map<Long, Boolean> looked,
            Set<Long> leftOver) {
        var waiting = paid.batches().waiting(run, image.id());
        for (var request : waiting) {
            looked.computeIfAbsent(request.batch(), batch -> batchResults.look(setup, batch));
        }
        if (!paid.batches().waiting(run, image.id()).isEmpty()) {
            results.put(image.id(), submission.rounds().later(image.id(), "The server is at it."));
            return;
        }
        var wanted = wanted(image, leftOver);
        if (wanted.isEmpty()) {
            results.put(image.id(), single.classify(List.of(image)).get(0));
        } else {
            open.addAll(wanted);
        }
    }

    /** The next question of every sample that is not answered. */
    private List<BatchSubmission.Wanted> wanted(RunImage image, Set<Long> leftOver) {
        var history = RequestHistory.of(run, image.id(), paid.ledger(), paid.answered());
        // A batch waits for its turn by itself: a line that comes back as too many is a try like any other.
        int tries = history.failures() + history.refusedAsBusy();
        var asked = single.asked(image);
        var wanted = new ArrayList<BatchSubmission.Wanted>();
        for (int sample = 0; sample < setup.terms().samples(); sample++) {
            var asking = single.nextUnanswered(image.id(), sample, history);
            if (asking.isPresent()) {
                if (tries > 0) {
                    refusedLines.judge(image.id(), setup.question(asked, asking.get(), sample), tries);
                }
                wanted.add(
                        new BatchSubmission.Wanted(asked, asking.get(), sample, history.isLost(asking.get(), sample)));
            }
        }
        if (!wanted.isEmpty() && tries >= Backoff.TRIES) {
            throw new ImageFailed(Outcome.REQUEST_FAILED, "After " + tries + " tries: " + history.lastFailure());
        } else if (!wanted.isEmpty() && tries > 0) {
            leftOver.add(image.id());
        }
        return wanted;
    }
}
