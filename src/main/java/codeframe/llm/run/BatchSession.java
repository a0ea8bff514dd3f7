package codeframe.llm.run;

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
final class BatchSession implements Session {
    private static final int IMAGES = 500;

    private final LlmSession single;
    private final Setup setup;
    private final long run;
    private final Desk desk;
    private final HandingOver handingOver;
    private final Collecting collecting;

    BatchSession(LlmSession single, Setup setup, long run, Desk desk, HandingOver handingOver, Collecting collecting) {
        this.single = single;
        this.setup = setup;
        this.run = run;
        this.desk = desk;
        this.handingOver = handingOver;
        this.collecting = collecting;
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
        var open = new ArrayList<HandingOver.Wanted>();
        var looked = new HashMap<Long, Boolean>();
        for (var image : images) {
            try {
                one(image, results, open, looked);
            } catch (Spoilt spoilt) {
                results.put(image.id(), single.spoilt(image, spoilt));
            }
        }
        handingOver.handOver(setup, run, open).forEach(results::put);
        return List.copyOf(results.values());
    }

    private void one(
            RunImage image, Map<Long, Result> results, List<HandingOver.Wanted> open, Map<Long, Boolean> looked) {
        var waiting = desk.batches().waiting(run, image.id());
        for (var request : waiting) {
            looked.computeIfAbsent(request.batch(), batch -> collecting.look(setup, batch));
        }
        if (!desk.batches().waiting(run, image.id()).isEmpty()) {
            results.put(image.id(), handingOver.later(image.id(), "The server is at it."));
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
    private List<HandingOver.Wanted> wanted(RunImage image) {
        var past = Past.of(run, image.id(), desk.ledger(), desk.answered());
        var wanted = new ArrayList<HandingOver.Wanted>();
        for (int sample = 0; sample < setup.terms().samples(); sample++) {
            final int which = sample;
            single.nextUnanswered(image.id(), sample, past)
                    .ifPresent(asking -> wanted.add(
                            new HandingOver.Wanted(single.subject(image), asking, which, past.isLost(asking, which))));
        }
        if (!wanted.isEmpty() && past.failures() >= Backoff.TRIES) {
            throw new Spoilt(Outcome.REQUEST_FAILED, "After " + past.failures() + " tries: " + past.lastFailure());
        }
        return wanted;
    }
}
