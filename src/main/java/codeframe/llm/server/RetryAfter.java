package codeframe.llm.server;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * For how long a server wants to be left alone, wherever it says so: in {@code Retry-After} (seconds or a date) or
 * {@code retry-after-ms}, in {@code retryDelay} among Google's details, in the reset of a limit of which nothing is left, or
 * in words such as "try again in 1m6.3s".
 */
final class RetryAfter {
    private static final Pattern DELAY = Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d{1,6}(?:\\.\\d{1,9})?)s\"");
    private static final Pattern WORDS = Pattern.compile("(?:try again|retry|wait)\\D{0,20}?\\s"
            + "((?:\\d+(?:\\.\\d+)?\\s?(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)\\b\\s?"
            + "|\\d+(?:\\.\\d+)?[hms](?=\\d))+)");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s?(ms|milli|s|m|h)");

    private RetryAfter() {}

    /** @param headers by their names in small letters */
    static Optional<Duration> of(Map<String, String> headers, String body, Clock clock) {
        return Stream.<Supplier<Optional<Duration>>>of(
                        () -> number(headers.get("retry-after-ms"), 1),
                        () -> number(headers.get("retry-after"), 1_000),
                        () -> moment(headers.get("retry-after"), clock),
                        () -> delay(body),
                        () -> words(body),
                        () -> reset(headers, "requests", clock),
                        () -> reset(headers, "tokens", clock))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Duration> number(String header, int milliseconds) {
        return header != null && header.strip().matches("\\d{1,9}(\\.\\d{1,9})?")
                ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(header.strip()) * milliseconds)))
                : Optional.empty();
    }

    private static Optional<Duration> moment(String header, Clock clock) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            var at = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(until(Instant.from(at), clock));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration until(Instant at, Clock clock) {
        var wait = Duration.between(clock.instant(), at);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static Optional<Duration> delay(String body) {
        var found = DELAY.matcher(body);
        return found.find() ? number(found.group(1), 1_000) : Optional.empty();
    }

    private static Optional<Duration> words(String body) {
        var found = WORDS.matcher(body.toLowerCase(Locale.ROOT));
        return found.find() ? parts(found.group(1)) : Optional.empty();
    }

    /** "1m6.3s", "6.3 seconds", "17ms"; nothing where no part is a time. */
    private static Optional<Duration> parts(String text) {
        var found = PART.matcher(text);
        double seconds = 0;
        boolean any = false;
        while (found.find()) {
            any = true;
            seconds += Double.parseDouble(found.group(1))
                    * switch (found.group(2)) {
                        case "ms", "milli" -> 0.001;
                        case "m" -> 60;
                        case "h" -> 3_600;
                        default -> 1;
                    };
        }
        return any ? Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1_000))) : Optional.empty();
    }

    /** As OpenAI and those after it write it (1s, 6m0s), and as Anthropic does (a moment). */
    private static Optional<Duration> reset(Map<String, String> headers, String what, Clock clock) {
        for (var prefix : new String[] {"x-ratelimit-", "anthropic-ratelimit-"}) {
            boolean anthropic = prefix.startsWith("a");
            var left = headers.getOrDefault(prefix + (anthropic ? what + "-remaining" : "remaining-" + what), "");
            var reset = headers.getOrDefault(prefix + (anthropic ? what + "-reset" : "reset-" + what), "");
            if (left.strip().equals("0") && !reset.isBlank()) {
                return anthropic ? instant(reset, clock) : parts(reset).or(() -> number(reset, 1_000));
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> instant(String text, Clock clock) {
        try {
            return Optional.of(until(Instant.parse(text.strip()), clock));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }
}
