package codeframe.llm.batch;

import codeframe.llm.ask.Backoff;
import codeframe.llm.ask.ImageFailed;
import codeframe.llm.ask.LlmSession;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.RequestHistory;
import codeframe.llm.ask.RequestSetup;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands the requests of many images over together and comes back for their answers. Whatever is known is in the database,
 * so that any worker of any node goes on where another stopped.
 */
public final class BatchSession implements Session {
    private static final int IMAGES = 500;

    private final LlmSession single;
    private final RequestSetup setup;
    private final long run;
    private final PaidRequests paid;
    private final BatchSubmission submission;
    private final BatchResults batchResults;

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
    }

    @Override
    public int batch() {
        return IMAGES;
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
        for (var image : images) {
            try {
                one(image, results, open, looked);
            } catch (ImageFailed imageFailed) {
                results.put(image.id(), single.imageFailed(image, imageFailed));
            }
        }
        submission.handOver(setup, run, open).forEach(results::put);
        return List.copyOf(results.values());
    }

    private void one(
            RunImage image, Map<Long, Result> results, List<BatchSubmission.Wanted> open, Map<Long, Boolean> looked) {
        var waiting = paid.batches().waiting(run, image.id());
        for (var request : waiting) {
            looked.computeIfAbsent(request.batch(), batch -> batchResults.look(setup, batch));
        }
        if (!paid.batches().waiting(run, image.id()).isEmpty()) {
            results.put(image.id(), submission.later(image.id(), "The server is at it."));
            return;
        }
        var wanted = wanted(image);
        if (wanted.isEmpty()) {
            results.put(image.id(), single.classify(List.of(image)).get(0));
        } else {
            open.addAll(wanted);
        }
    }

    /** The next question of every sample that is not answered. */
    private List<BatchSubmission.Wanted> wanted(RunImage image) {
        var history = RequestHistory.of(run, image.id(), paid.ledger(), paid.answered());
        var wanted = new ArrayList<BatchSubmission.Wanted>();
        for (int sample = 0; sample < setup.terms().samples(); sample++) {
            final int which = sample;
            single.nextUnanswered(image.id(), sample, history)
                    .ifPresent(asking -> wanted.add(new BatchSubmission.Wanted(
                            single.asked(image), asking, which, history.isLost(asking, which))));
        }
        // A batch waits for its turn by itself: a line that comes back as too many is a try like any other.
        int tries = history.failures() + history.refusedAsBusy();
        if (!wanted.isEmpty() && tries >= Backoff.TRIES) {
            throw new ImageFailed(Outcome.REQUEST_FAILED, "After " + tries + " tries: " + history.lastFailure());
        }
        return wanted;
    }
}
