package codeframe.llm.speech;

import codeframe.feature.work.FeatureRuns;
import codeframe.image.video.SoundPart;
import codeframe.llm.ask.Backoff;
import codeframe.llm.ask.ConcurrencyLimit;
import codeframe.llm.ask.ImageFailed;
import codeframe.llm.price.Ledger;
import codeframe.llm.server.RateLimiter;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import codeframe.run.CannotRun;
import codeframe.run.Outcome;
import codeframe.web.Dollars;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Sends sounds to servers, in their turn and paid by the ledger, and draws the consequences of what comes back. */
final class SpeechAsking {
    private static final int TOO_LARGE = 413;

    /** So many videos refused before any was answered: it is not the videos. */
    private static final int REFUSED_FIRST = 3;

    private final FeatureRuns runs;
    private final SpeechRows rows;
    private final SpeechLedger ledger;
    private final SpeechClient client;
    private final Limits limits;

    /** How servers are spared. */
    record Limits(RateLimiter limiter, ConcurrencyLimit concurrency, Backoff backoff, Ledger old, Clock clock) {}

    /**
     * What came of a part: it is kept, unless it has to wait or is too long.
     *
     * @param rest for how long; zero where the source goes no further
     */
    record Asked(Optional<Duration> rest, boolean tooLong) {
        static Asked of(Optional<Duration> rest) {
            return new Asked(rest, false);
        }
    }

    SpeechAsking(FeatureRuns runs, SpeechRows rows, SpeechLedger ledger, SpeechClient client, Limits limits) {
        this.runs = runs;
        this.rows = rows;
        this.ledger = ledger;
        this.client = client;
        this.limits = limits;
    }

    /** Before anything is done for a video. @return for how long to rest; zero where the source goes no further */
    Optional<Duration> rest(SpeechTurn turn) {
        var objection = client.objection(turn.server());
        if (objection.isPresent()) {
            return halt(turn.source(), List.of(turn.image()), objection.get());
        }
        var now = now();
        return rest(
                turn, Duration.between(now, limits.limiter().next(turn.server().id(), now)));
    }

    /** As exact as the database has it, which otherwise rounds it to a moment that has not come yet. */
    private Instant now() {
        return limits.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Duration> rest(SpeechTurn turn, Duration time) {
        if (time.isZero() || time.isNegative()) {
            return Optional.empty();
        }
        runs.release(turn.source(), List.of(turn.image()));
        return Optional.of(time);
    }

    Optional<Duration> halt(long source, List<Long> images, String sentence) {
        runs.release(source, images);
        runs.fail(source, sentence + " What was written down is kept; continue when that is changed.");
        return Optional.of(Duration.ZERO);
    }

    /** The source was stopped meanwhile, or the video removed. */
    Optional<Duration> leave(SpeechTurn turn) {
        runs.release(turn.source(), List.of(turn.image()));
        return Optional.of(Duration.ZERO);
    }

    /**
     * In its turn among all requests that this server takes at once.
     *
     * @param divisible whether it can be asked in smaller parts where it is too long
     */
    Asked ask(SpeechTurn turn, SoundPart part, boolean divisible) throws InterruptedException {
        limits.old().loseOf(turn.source(), turn.image());
        return limits.concurrency().pass(turn.server(), () -> inTurn(turn, part, divisible));
    }

    private Asked inTurn(SpeechTurn turn, SoundPart part, boolean divisible) {
        var now = now();
        var rest = rest(
                turn, Duration.between(now, limits.limiter().take(turn.server().id(), 0, now, now)));
        if (rest.isPresent()) {
            return Asked.of(rest);
        }
        var id = ledger.reserve(turn, part.seconds());
        if (id.isEmpty()) {
            return Asked.of(halt(
                    turn.source(),
                    List.of(turn.image()),
                    "The cap is reached: the next request may cost up to "
                            + Dollars.text(turn.settings().price(part.seconds())) + "."));
        }
        return send(turn, part, divisible, new SpeechLedger.Sent(id.get(), part.seconds(), System.nanoTime()));
    }

    private Asked send(SpeechTurn turn, SoundPart part, boolean divisible, SpeechLedger.Sent sent) {
        try {
            var heard = client.hear(turn.server(), turn.settings(), part);
            ledger.answered(
                    turn, sent, part, heard.transcript(), heard.seconds().orElse(sent.seconds()));
            return Asked.of(Optional.empty());
        } catch (ServerRefusal said) {
            ledger.failed(sent, said.status(), "Status " + said.status() + ".");
            return said.status() == TOO_LARGE && divisible
                    ? new Asked(Optional.empty(), true)
                    : Asked.of(consequence(turn, part, said));
        } catch (TransportError trouble) {
            switch (trouble.kind()) {
                case UNREACHABLE, FORBIDDEN, NO_API -> ledger.failed(sent, null, trouble.getMessage());
                case BROKEN, TOO_SLOW -> ledger.lost(turn, sent, trouble.getMessage());
            }
            return Asked.of(consequence(turn, part, trouble));
        }
    }

    private Optional<Duration> consequence(SpeechTurn turn, SoundPart part, RuntimeException failure) {
        if (failure instanceof ServerRefusal said && said.status() == TOO_LARGE) {
            return ended(
                    turn,
                    part,
                    "refused",
                    "The sound of this video is more than the server takes at once. Cut the video, or use another server.");
        }
        var history = rows.history(turn.source(), turn.image());
        try {
            // A video that is asked about again begins anew; a server that is busy has not failed.
            int failures = 1 + Math.floorMod(Math.max(0, history.failures() - 1), Backoff.TRIES);
            var wait = limits.backoff().after(failure, failures);
            var now = limits.clock().instant();
            wait.cooldown()
                    .ifPresent(time -> limits.limiter().quiet(turn.server().id(), now.plus(time)));
            return rest(turn, wait.time());
        } catch (ImageFailed failed) {
            return failed(turn, part, failed, history);
        } catch (CannotRun stop) {
            boolean ofTheVideo = failure instanceof ServerRefusal said && said.isOfTheRequest();
            return ofTheVideo && (rows.isAnswered(turn.source()) || history.silentVideos() < REFUSED_FIRST)
                    ? ended(turn, part, "refused", stop.getMessage())
                    : halt(turn.source(), List.of(turn.image()), stop.getMessage());
        }
    }

    /** What fails about one video after the other is the server's. */
    private Optional<Duration> failed(SpeechTurn turn, SoundPart part, ImageFailed failed, SpeechRows.History history) {
        if (failed.outcome() == Outcome.REFUSED) {
            return ended(turn, part, "refused", failed.getMessage().replace("this image", "this sound"));
        } else if (history.silence() > Backoff.TRIES && history.silentVideos() > 1) {
            return halt(
                    turn.source(),
                    List.of(turn.image()),
                    "The server “" + turn.server().name() + "” answers nothing any more. " + failed.getMessage());
        }
        return ended(turn, part, "error", failed.getMessage());
    }

    private Optional<Duration> ended(SpeechTurn turn, SoundPart part, String outcome, String error) {
        rows.failed(turn, part, outcome, error);
        return Optional.empty();
    }
}
