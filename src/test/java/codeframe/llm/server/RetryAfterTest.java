package codeframe.llm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wait is read wherever a provider puts it. */
class RetryAfterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2000 | retry-after: 2 | ~~",
                "1500 | retry-after: 9; retry-after-ms: 1500 | ~~",
                "60000 | retry-after: Sat, 28 Nov 2026 12:01:00 GMT | ~~",
                "0 | retry-after: Sat, 28 Nov 2026 11:01:00 GMT | ~~",
                "34074 | ~~ | {\"error\":{\"details\":[{\"@type\":\"RetryInfo\",\"retryDelay\":\"34.074s\"}]}}",
                "6300 | ~~ | Rate limit reached for eye. Please try again in 6.3s. Visit us.",
                "66300 | ~~ | Please try again in 1m6.3s.",
                "280 | ~~ | Please try again in 280ms.",
                "20000 | ~~ | {\"error\":{\"message\":\"Please retry after 20 seconds.\"}}",
                "360000 | x-ratelimit-remaining-requests: 0; x-ratelimit-reset-requests: 6m0s | ~~",
                "17 | x-ratelimit-remaining-requests: 9; x-ratelimit-reset-requests: 6m0s; x-ratelimit-remaining-tokens: 0; x-ratelimit-reset-tokens: 17ms | ~~",
                "30000 | anthropic-ratelimit-tokens-remaining: 0; anthropic-ratelimit-tokens-reset: 2026-11-28T12:00:30Z | ~~",
                "-1 | x-ratelimit-remaining-requests: 9; x-ratelimit-reset-requests: 6m0s | ~~",
                "-1 | retry-after: soon | Come back tomorrow."
            })
    void of_headers_details_and_words(long milliseconds, String headers, String body) {
        Map<String, String> map = Stream.of(headers.split("; "))
                .filter(one -> one.contains(": "))
                .collect(Collectors.toMap(one -> one.split(": ", 2)[0], one -> one.split(": ", 2)[1]));
        assertThat(RetryAfter.of(map, body, CLOCK).map(wish -> wish.toMillis()).orElse(-1L))
                .isEqualTo(milliseconds);
    }
}
