package codeframe.llm.batch;

import codeframe.llm.ask.ImageFailed;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.Question;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.price.Batches;
import codeframe.llm.price.Request;
import codeframe.llm.server.RequestHabit;
import codeframe.llm.server.ServerErrorText;
import codeframe.llm.server.ServerRefusal;
import codeframe.run.CannotRun;
import codeframe.run.Outcome;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows from a line of a batch that the server refused: the same as for a request that is sent alone. */
record RefusedLines(PaidRequests paid, RequestSetup setup, long run) {

    /**
     * Says nothing where the question is worth asking again: after trouble that passes, or in the form that the refusal asks
     * for.
     *
     * @param tries how often the image has failed by now
     * @throws ImageFailed when it is not
     * @throws CannotRun when nothing of the run is
     */
    void judge(long image, Question question, int tries) {
        int step = question.asking().step();
        paid.batches().refused(run, image, step, question.sample()).ifPresent(one -> {
            var said = new ServerRefusal(one.status(), Map.of(), "", one.words());
            var written = written(one);
            if (!setup.shape().explains(said, written, question.sent(written), about(image, step))) {
                follow(said, step, tries);
            }
        });
    }

    private static Set<RequestHabit> written(Batches.Refused one) {
        var habits = EnumSet.noneOf(RequestHabit.class);
        one.habits().stream().map(RequestHabit::named).flatMap(Optional::stream).forEach(habits::add);
        return habits;
    }

    private Request about(long image, int step) {
        var plan = setup.plan();
        return new Request(
                plan.project(), setup.server().id(), plan.model(), "run", run, image, step, 0, false, null, 0);
    }

    /** Alone, a request that is refused as such stops its run; here its neighbours show that it is about this image. */
    private void follow(ServerRefusal said, int step, int tries) {
        try {
            paid.backoff().after(said, Math.max(1, tries));
        } catch (CannotRun stop) {
            if (said.isOfTheRequest() && paid.answered().any(run, step)) {
                throw new ImageFailed(
                        Outcome.REQUEST_FAILED,
                        "The server refused this request of the batch with status " + said.status()
                                + ServerErrorText.of(said) + ". It was not sent again.");
            }
            throw stop;
        }
    }
}
