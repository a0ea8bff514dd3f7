package codeframe.llm.run;

import codeframe.coding.Code;
import codeframe.db.Json;
import codeframe.llm.answer.Answers;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.Interview;
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
final class LlmSession implements Session {
    /** An image of many requests gives its turn back in time; the answers so far are in the ledger. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Setup setup;
    private final long run;
    private final Desk desk;

    LlmSession(Setup setup, long run, Desk desk) {
        this.setup = setup;
        this.run = run;
        this.desk = desk;
    }

    @Override
    public int batch() {
        return 1;
    }

    /** A few more than may be under way, so that none is missing while others note what came. */
    @Override
    public int threads() {
        int width = desk.caller().gate().width(setup.server());
        return width + Math.max(2, width / 2);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public Optional<Instant> notBefore() {
        var now = desk.clock().instant();
        var next = desk.caller().peace().next(setup.server().id(), now);
        return Optional.of(next).filter(at -> at.isAfter(now.plus(Caller.PATIENCE)));
    }

    @Override
    public List<Result> classify(List<RunImage> images) {
        return images.stream().map(this::one).toList();
    }

    private Result one(RunImage image) {
        var past = Past.of(run, image.id(), desk.ledger(), desk.answered());
        try {
            var subject = subject(image);
            var end = desk.clock().instant().plus(LONGEST);
            var interviews = new ArrayList<Interview>();
            for (int sample = 0; sample < setup.terms().samples(); sample++) {
                interviews.add(interview(subject, sample, past, end));
            }
            return done(image, interviews, past);
        } catch (Postponed later) {
            return new Result.Later(image.id(), later.until(), later.getMessage());
        } catch (Spoilt spoilt) {
            return settled(image, spoilt.outcome(), List.of(), spoilt.getMessage(), null, past);
        }
    }

    Result spoilt(RunImage image, Spoilt spoilt) {
        var past = Past.of(run, image.id(), desk.ledger(), desk.answered());
        return settled(image, spoilt.outcome(), List.of(), spoilt.getMessage(), null, past);
    }

    /** The first question of a sample that has no answer yet. */
    Optional<Asking> nextUnanswered(long image, int sample, Past past) {
        var interview = setup.askings().about(image);
        for (var asking = interview.next(); asking.isPresent(); asking = interview.next()) {
            var said = past.answer(asking.get(), sample);
            if (said.isEmpty()) {
                return asking;
            }
            interview.take(Answers.read(
                    said.get().answer(), said.get().refusal(), said.get().finish(), asking.get()));
        }
        return Optional.empty();
    }

    Subject subject(RunImage image) {
        var images = desk.images();
        var terms = setup.terms();
        return new Subject(
                image.id(),
                () -> images.of(image.sha256(), terms),
                shot -> images.shot(setup.plan().project(), shot, terms));
    }

    private Interview interview(Subject subject, int sample, Past past, Instant end) {
        var interview = setup.askings().about(subject.id());
        for (var asking = interview.next(); asking.isPresent(); asking = interview.next()) {
            var said = past.answer(asking.get(), sample).orElse(null);
            if (said == null) {
                if (desk.clock().instant().isAfter(end)) {
                    throw new Postponed(desk.clock().instant(), "It goes on with what is answered so far.");
                }
                said = desk.ask(setup, subject, request(subject, asking.get(), sample, past), asking.get(), past);
            }
            interview.take(Answers.read(said.answer(), said.refusal(), said.finish(), asking.get()));
        }
        return interview;
    }

    private Request request(Subject subject, Asking asking, int sample, Past past) {
        return new Request(
                setup.plan().project(),
                setup.server().id(),
                setup.plan().model(),
                "run",
                run,
                subject.id(),
                asking.step(),
                sample,
                past.isLost(asking, sample),
                null,
                setup.tariff()
                        .expected(
                                asking, subject.image().width(), subject.image().height()));
    }

    private Result done(RunImage image, List<Interview> interviews, Past past) {
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
        return settled(image, agreed.outcome(), agreed.codes(), sentence, detail, past);
    }

    /** With everything that was spent on it since it was begun. */
    private static Result settled(
            RunImage image, Outcome outcome, List<Code> codes, String sentence, Json detail, Past past) {
        var kept = outcome.hasCodes() ? codes : List.<Code>of();
        return new Result.Done(image.id(), outcome, kept, sentence, false, past.cost(), past.ms(), detail);
    }
}
