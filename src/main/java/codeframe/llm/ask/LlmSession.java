package codeframe.llm.ask;

import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks about one image after the other; many threads of one node do so at the same time. */
public final class LlmSession implements Session {
    /** An image of many requests gives its turn back in time; the answers so far are in the ledger. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final RequestSetup setup;
    private final long run;
    private final PaidRequests paid;

    public LlmSession(RequestSetup setup, long run, PaidRequests paid) {
        this.setup = setup;
        this.run = run;
        this.paid = paid;
    }

    @Override
    public int batch() {
        return 1;
    }

    /** A few more than may be under way, so that none is missing while others note what came. */
    @Override
    public int threads() {
        int width = paid.caller().concurrency().width(setup.server());
        return width + Math.max(2, width / 2);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public Optional<Instant> notBefore() {
        var now = paid.clock().instant();
        var next = paid.caller().cooldown().next(setup.server().id(), now);
        return Optional.of(next).filter(at -> at.isAfter(now.plus(Caller.PATIENCE)));
    }

    @Override
    public List<Result> classify(List<RunImage> images) {
        return images.stream().map(this::one).toList();
    }

    private Result one(RunImage image) {
        var history = RequestHistory.of(run, image.id(), paid.ledger(), paid.answered());
        try {
            var asked = asked(image);
            var end = paid.clock().instant().plus(LONGEST);
            var interviews = new ArrayList<Interview>();
            for (int sample = 0; sample < setup.terms().samples(); sample++) {
                interviews.add(interview(asked, sample, history, end));
            }
            return AnsweredImage.done(image.id(), interviews, setup.plan().chosen(), history.ms());
        } catch (RetryLater later) {
            return new Result.Later(image.id(), later.until(), later.getMessage());
        } catch (ImageFailed imageFailed) {
            return AnsweredImage.failed(image.id(), imageFailed, history.ms());
        }
    }

    public Result imageFailed(RunImage image, ImageFailed imageFailed) {
        var history = RequestHistory.of(run, image.id(), paid.ledger(), paid.answered());
        return AnsweredImage.failed(image.id(), imageFailed, history.ms());
    }

    /** The first question of a sample that has no answer yet. */
    public Optional<Asking> nextUnanswered(long image, int sample, RequestHistory history) {
        var interview = new Interview(setup.askings(), image);
        for (var asking = interview.next(); asking.isPresent(); asking = interview.next()) {
            var said = history.answer(asking.get(), sample);
            if (said.isEmpty()) {
                return asking;
            }
            interview.take(said.get().read(asking.get(), setup.terms()));
        }
        return Optional.empty();
    }

    public AskedImage asked(RunImage image) {
        return paid.contents().asked(image, setup.plan(), setup.terms());
    }

    private Interview interview(AskedImage asked, int sample, RequestHistory history, Instant end) {
        var interview = new Interview(setup.askings(), asked.id());
        for (var asking = interview.next(); asking.isPresent(); asking = interview.next()) {
            var said = history.answer(asking.get(), sample).orElse(null);
            if (said == null) {
                if (paid.clock().instant().isAfter(end)) {
                    throw new RetryLater(paid.clock().instant(), "It goes on with what is answered so far.");
                }
                said = paid.ask(setup, asked, request(asked, asking.get(), sample, history), asking.get(), history);
            }
            interview.take(said.read(asking.get(), setup.terms()));
        }
        return interview;
    }

    private Request request(AskedImage asked, Asking asking, int sample, RequestHistory history) {
        return new Request(
                setup.plan().project(),
                setup.server().id(),
                setup.plan().model(),
                "run",
                run,
                asked.id(),
                asking.step(),
                sample,
                history.isLost(asking, sample),
                null,
                setup.tariff().expected(asking, asked),
                asked.content().noted());
    }
}
