package codeframe.llm.speech;

import codeframe.feature.work.FeatureRuns;
import codeframe.image.Spoken;
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
import codeframe.web.NumberText;
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
     * What is asked about.
     *
     * @param divisible whether it can be asked in smaller parts where it is too long
     * @param whole whether it is all of the sound
     */
    record Piece(SoundPart sound, boolean divisible, boolean whole) {}

    /** What follows from what came of a part. */
    enum Next {
        PART,
        SHORTER_PART,
        VIDEO
    }

    /**
     * What came of a part: it is kept, unless it has to wait, is too long, or the video has ended without it.
     *
     * @param rest for how long; zero where the source goes no further
     */
    record Asked(Optional<Duration> rest, Next next) {
        static Asked of(Optional<Duration> rest) {
            return new Asked(rest, Next.PART);
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

    /** In its turn among all requests that this server takes at once. */
    Asked ask(SpeechTurn turn, Piece piece) throws InterruptedException {
        limits.old().loseOf(turn.source(), turn.image());
        return limits.concurrency().pass(turn.server(), () -> inTurn(turn, piece));
    }

    private Asked inTurn(SpeechTurn turn, Piece piece) {
        long seconds = piece.sound().seconds();
        var now = now();
        var rest = rest(
                turn, Duration.between(now, limits.limiter().take(turn.server().id(), 0, now, now)));
        if (rest.isPresent()) {
            return Asked.of(rest);
        }
        var id = ledger.reserve(turn, seconds);
        if (id.isEmpty()) {
            return Asked.of(halt(
                    turn.source(),
                    List.of(turn.image()),
                    "The cap is reached: the next request may cost up to "
                            + Dollars.text(turn.settings().price(seconds)) + "."));
        }
        return send(turn, piece, new SpeechLedger.Sent(id.get(), seconds, System.nanoTime()));
    }

    private Asked send(SpeechTurn turn, Piece piece, SpeechLedger.Sent sent) {
        try {
            var heard = client.hear(turn.server(), turn.settings(), piece.sound());
            ledger.answered(
                    turn,
                    sent,
                    piece.sound(),
                    heard.transcript(),
                    heard.seconds().orElse(sent.seconds()));
            return Asked.of(Optional.empty());
        } catch (ServerRefusal said) {
            ledger.failed(sent, said.status(), "Status " + said.status() + ".");
            return said.status() == TOO_LARGE ? tooLong(turn, piece) : consequence(turn, piece, said);
        } catch (TransportError trouble) {
            switch (trouble.kind()) {
                case UNREACHABLE, FORBIDDEN, NO_API -> ledger.failed(sent, null, trouble.getMessage());
                case BROKEN, TOO_SLOW -> ledger.lost(turn, sent, trouble.getMessage());
            }
            return consequence(turn, piece, trouble);
        }
    }

    private Asked tooLong(SpeechTurn turn, Piece piece) {
        if (piece.divisible()) {
            return new Asked(Optional.empty(), Next.SHORTER_PART);
        } else if (piece.whole()) {
            return ended(
                    turn,
                    piece,
                    "refused",
                    "The sound of this video is more than the server takes at once. Cut the video, or use another server.");
        }
        return over(
                turn,
                piece,
                "refused",
                "The server does not take even %s of sound at once. Have its limit raised, or use another server."
                        .formatted(NumberText.count(piece.sound().seconds(), "second", "seconds")));
    }

    private Asked consequence(SpeechTurn turn, Piece piece, RuntimeException failure) {
        var history = rows.history(turn.source(), turn.image());
        try {
            // A video that is asked about again begins anew; a server that is busy has not failed.
            int failures = 1 + Math.floorMod(Math.max(0, history.failures() - 1), Backoff.TRIES);
            var wait = limits.backoff().after(failure, failures);
            var now = limits.clock().instant();
            wait.cooldown()
                    .ifPresent(time -> limits.limiter().quiet(turn.server().id(), now.plus(time)));
            return Asked.of(rest(turn, wait.time()));
        } catch (ImageFailed failed) {
            return failed(turn, piece, failed, history);
        } catch (CannotRun stop) {
            boolean ofTheVideo = failure instanceof ServerRefusal said && said.isOfTheRequest();
            return ofTheVideo && (rows.isAnswered(turn.source()) || history.silentVideos() < REFUSED_FIRST)
                    ? ended(turn, piece, "refused", stop.getMessage())
                    : Asked.of(halt(turn.source(), List.of(turn.image()), stop.getMessage()));
        }
    }

    /** What fails about one video after the other is the server's. */
    private Asked failed(SpeechTurn turn, Piece piece, ImageFailed failed, SpeechRows.History history) {
        if (failed.outcome() == Outcome.REFUSED) {
            return ended(turn, piece, "refused", failed.getMessage().replace("this image", "this sound"));
        } else if (history.silence() > Backoff.TRIES && history.silentVideos() > 1) {
            return halt(turn, "answers nothing any more", failed);
        } else if (piece.whole()) {
            return ended(turn, piece, "error", failed.getMessage());
        }
        // The parts before are paid for. What fails when it is asked again, too, keeps no other video waiting.
        return history.failures() <= Backoff.TRIES
                ? halt(turn, "does not answer for the sound from " + time(piece) + " on", failed)
                : over(turn, piece, "error", failed.getMessage());
    }

    private Asked halt(SpeechTurn turn, String what, ImageFailed failed) {
        return Asked.of(halt(
                turn.source(),
                List.of(turn.image()),
                "The server “%s” %s. %s".formatted(turn.server().name(), what, failed.getMessage())));
    }

    private Asked ended(SpeechTurn turn, Piece piece, String outcome, String error) {
        rows.failed(turn, piece.sound(), outcome, error);
        return Asked.of(Optional.empty());
    }

    /** The whole video ends in the middle; the parts before stay, for when it is asked again. */
    private Asked over(SpeechTurn turn, Piece piece, String outcome, String error) {
        var sentence =
                error + " Asked again, the video goes on from " + time(piece) + "; what was written down is kept.";
        rows.settle(turn, SpokenVideo.ended(outcome, sentence));
        return new Asked(Optional.empty(), Next.VIDEO);
    }

    private static String time(Piece piece) {
        return new Spoken(piece.sound().from(), piece.sound().to(), "").time();
    }
}
