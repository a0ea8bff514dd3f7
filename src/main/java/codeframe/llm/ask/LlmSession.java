package codeframe.llm.ask;

import codeframe.coding.Code;
import codeframe.db.Json;
import codeframe.llm.answer.AnswerParser;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            return done(image, interviews, history);
        } catch (RetryLater later) {
            return new Result.Later(image.id(), later.until(), later.getMessage());
        } catch (ImageFailed imageFailed) {
            return settled(image, imageFailed.outcome(), List.of(), imageFailed.getMessage(), null, history);
        }
    }

    public Result imageFailed(RunImage image, ImageFailed imageFailed) {
        var history = RequestHistory.of(run, image.id(), paid.ledger(), paid.answered());
        return settled(image, imageFailed.outcome(), List.of(), imageFailed.getMessage(), null, history);
    }

    /** The first question of a sample that has no answer yet. */
    public Optional<Asking> nextUnanswered(long image, int sample, RequestHistory history) {
        var interview = new Interview(setup.askings(), image);
        for (var asking = interview.next(); asking.isPresent(); asking = interview.next()) {
            var said = history.answer(asking.get(), sample);
            if (said.isEmpty()) {
                return asking;
            }
            interview.take(AnswerParser.read(
                    said.get().answer(), said.get().refusal(), said.get().finish(), asking.get()));
        }
        return Optional.empty();
    }

    public AskedImage asked(RunImage image) {
        var images = paid.images();
        var terms = setup.terms();
        return new AskedImage(
                image.id(),
                () -> images.of(image.sha256(), terms),
                shot -> images.shot(setup.plan().project(), shot, terms));
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
            interview.take(AnswerParser.read(said.answer(), said.refusal(), said.finish(), asking.get()));
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
                setup.tariff()
                        .expected(asking, asked.image().width(), asked.image().height()));
    }

    private Result done(RunImage image, List<Interview> interviews, RequestHistory history) {
        var agreed = Consensus.of(interviews, setup.plan().chosen());
        var mistakes = interviews.stream()
                .flatMap(interview -> interview.mistakes().stream())
                .distinct()
                .toList();
        var raw = interviews.stream()
                .flatMap(interview -> interview.answers().stream())
                .map(answer -> answer.raw())
                .toList();
        var detail = Json.of(Map.of("answers", raw, "mistakes", mistakes));
        var sentence = mistakes.isEmpty() ? null : String.join(" ", mistakes.subList(0, Math.min(3, mistakes.size())));
        return settled(image, agreed.outcome(), agreed.codes(), sentence, detail, history);
    }

    /** With all the time it took since it was begun. */
    private static Result settled(
            RunImage image, Outcome outcome, List<Code> codes, String sentence, Json detail, RequestHistory history) {
        var kept = outcome.hasCodes() ? codes : List.<Code>of();
        return new Result.Done(image.id(), outcome, kept, sentence, false, history.ms(), detail);
    }
}
