package codeframe.llm.server;

import java.time.LocalDate;
import java.util.List;

/**
 * A kind of server as it is usually spoken to, and what its provider says of it.
 *
 * @param keyHeader empty where the key goes as a bearer of Authorization
 * @param apiVersion empty but for Azure's classic form
 * @param inFlight proposed; null for what the address proposes
 * @param patienceMinutes proposed; null for what the address proposes
 * @param requestsPerMinute proposed; null where there is no limit
 * @param quirks sentences about what is different with it
 * @param habits words of {@link RequestHabit} that hold for all its models
 * @param keyFrom where a key comes from, as a sentence
 * @param data where images go and what becomes of them, as the provider states it
 * @param stated the day of the provider's page that was read; null where there is none
 * @param source address of that page, else empty
 */
public record Preset(
        String key,
        String name,
        String address,
        String keyHeader,
        String apiVersion,
        Integer inFlight,
        Integer patienceMinutes,
        Integer requestsPerMinute,
        List<String> quirks,
        List<String> habits,
        String keyFrom,
        String data,
        LocalDate stated,
        String source) {
    public Preset {
        keyHeader = keyHeader == null ? "" : keyHeader;
        apiVersion = apiVersion == null ? "" : apiVersion;
        quirks = quirks == null ? List.of() : List.copyOf(quirks);
        habits = habits == null ? List.of() : List.copyOf(habits);
    }
}
