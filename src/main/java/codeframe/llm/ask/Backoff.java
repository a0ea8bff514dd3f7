package codeframe.llm.ask;

import codeframe.llm.server.ServerErrorText;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import codeframe.run.CannotRun;
import codeframe.run.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** What follows from a failed request: another try after a while, an image without codes, or a run that stops. */
public final class Backoff {
    /** Tries for one image; after so many it is left, and can be retried by its outcome. */
    public static final int TRIES = 6;

    /** A server that wants to be left alone for longer stops the run. */
    static final Duration LONGEST_WISH = Duration.ofMinutes(15);

    /** Busy is no failure: whoever waits gets an answer. */
    static final int TOO_MANY = 429;

    /** The codes that mean a quota that is used up, and not one of this minute. */
    private static final Set<String> USED_UP = Set.of(
            "insufficient_quota",
            "billing_hard_limit_reached",
            "billing_not_active",
            "account_deactivated",
            "insufficient_credits",
            "credit_balance_too_low",
            "payment_required");

    /** A quota of some time fills up again by itself. */
    private static final Pattern OF_A_WHILE =
            Pattern.compile("(?i)\\b(per|a|this)[ _-]?(second|minute|hour|day)|rate[ _-]?limit|try again|retry");

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Clock clock;
    private final Duration first;

    /** @param first the wait after the first failure; it doubles with each further one */
    public Backoff(Clock clock, Duration first) {
        this.clock = clock;
        this.first = first;
    }

    /** @param peace for how long the whole server is to be left alone; empty when only this image waits */
    public record Wait(Duration time, Optional<Duration> cooldown, String sentence) {}

    /**
     * @param failures how often this image has failed by now, this time included
     * @throws ImageFailed when it is given up
     * @throws CannotRun when the run has to stop
     */
    public Wait after(RuntimeException failure, int failures) {
        if (failure instanceof ServerRefusal said) {
            return afterRefusal(said, failures);
        } else if (failure instanceof TransportError trouble) {
            return afterTrouble(trouble, failures);
        }
        if (failure instanceof UnansweredReply unanswered) {
            return unanswered
                    .refusal()
                    .map(said -> afterRefusal(said, failures))
                    .orElseGet(() -> {
                        giveUp(failures, unanswered.getMessage());
                        return new Wait(jittered(failures), Optional.empty(), unanswered.getMessage());
                    });
        }
        throw failure;
    }

    private Wait afterTrouble(TransportError trouble, int failures) {
        switch (trouble.kind()) {
            case FORBIDDEN, NO_API -> throw new CannotRun(trouble.getMessage());
            case UNREACHABLE, BROKEN, TOO_SLOW -> {
                giveUp(failures, trouble.getMessage());
                return new Wait(jittered(failures), Optional.empty(), trouble.getMessage());
            }
        }
        throw new IllegalStateException();
    }

    private Wait afterRefusal(ServerRefusal said, int failures) {
        var words = ServerErrorText.of(said);
        if (isOfTheImage(said)) {
            throw new ImageFailed(ofTheImage(said), "The server refuses this image" + words + ".");
        }
        if (!canPass(said)) {
            throw new CannotRun(stop(said, words));
        }
        var sentence = "The server answered with status " + said.status() + words + ".";
        if (said.status() != TOO_MANY) {
            giveUp(failures, sentence);
        }
        var asked = said.retryAfter(clock);
        if (asked.isPresent() && asked.get().compareTo(LONGEST_WISH) > 0) {
            throw new CannotRun("The server wants to be left alone for "
                    + asked.get().toMinutes() + " minutes" + words + ". Continue the run then.");
        }
        var time = asked.map(least -> least.plus(jitter(first))).orElseGet(() -> jittered(failures));
        boolean cooldown = asked.isPresent() || said.status() == TOO_MANY;
        return new Wait(time, cooldown ? Optional.of(asked.orElse(first)) : Optional.empty(), sentence);
    }

    private static void giveUp(int failures, String sentence) {
        if (failures >= TRIES) {
            throw new ImageFailed(Outcome.REQUEST_FAILED, "After " + failures + " tries: " + sentence);
        }
    }

    private boolean canPass(ServerRefusal said) {
        return said.status() == 408
                || said.status() == 409
                || said.status() == 425
                || (said.status() == TOO_MANY && !isQuota(said))
                || (said.status() >= 500 && said.status() != 501 && said.status() != 505);
    }

    private boolean isQuota(ServerRefusal said) {
        var code = ServerErrorText.code(said).toLowerCase(Locale.ROOT);
        boolean named = code.contains("quota") || code.contains("billing") || code.contains("credit");
        boolean passes = said.retryAfter(clock).isPresent()
                || OF_A_WHILE.matcher(said.body()).find();
        return USED_UP.contains(code) || (named && !passes);
    }

    /** Some refusals are about what the image shows or how it is stored, and say nothing of the next one. */
    private static boolean isOfTheImage(ServerRefusal said) {
        var code = ServerErrorText.code(said).toLowerCase(Locale.ROOT);
        return said.status() == 413
                || (said.status() == 400
                        && (code.contains("content_filter")
                                || code.contains("content_policy")
                                || code.contains("moderation")
                                || code.contains("invalid_image")
                                || code.contains("image_parse")));
    }

    /** Why a refusal stops a run. */
    public String refusal(ServerRefusal said) {
        return stop(said, ServerErrorText.of(said));
    }

    private static Outcome ofTheImage(ServerRefusal said) {
        if (said.status() == 413) {
            return Outcome.REQUEST_FAILED;
        }
        return ServerErrorText.code(said).contains("image") ? Outcome.UNREADABLE_IMAGE : Outcome.REFUSED;
    }

    private static String stop(ServerRefusal said, String words) {
        return switch (said.status()) {
            case 401 -> "The server refuses the key" + words + ".";
            case 403 -> "The server does not allow this" + words + ".";
            case 404 -> "The server does not know the model or the address" + words + ".";
            case 402, 429 -> "The account's quota is used up" + words + ".";
            case 301, 302, 303, 307, 308 ->
                "The server sends on to " + said.location() + ", and redirects are not followed.";
            default -> "The server refused the request with status " + said.status() + words + ".";
        };
    }

    /** Doubling with each failure, and by chance a half more or less, so that waiting workers do not come back as one. */
    private Duration jittered(int failures) {
        long doubled = first.toMillis() << Math.min(10, Math.max(0, failures - 1));
        return jitter(Duration.ofMillis(Math.min(LONGEST.toMillis(), doubled)));
    }

    private static Duration jitter(Duration time) {
        return Duration.ofMillis(
                (long) (time.toMillis() * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
    }
}
