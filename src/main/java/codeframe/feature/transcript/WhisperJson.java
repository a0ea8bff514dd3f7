package codeframe.feature.transcript;

import codeframe.db.Json;
import codeframe.image.Spoken;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Transcripts as programs around Whisper write them: {@code segments} with seconds (openai-whisper, faster-whisper, WhisperX,
 * servers with {@code verbose_json}), {@code transcription} with offsets in milliseconds (whisper.cpp), {@code chunks} with a
 * pair of seconds (transformers), a plain list of segments, or {@code text} alone.
 */
public final class WhisperJson {
    private static final ObjectReader READER =
            Json.MAPPER.readerFor(JsonNode.class).with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());

    private WhisperJson() {}

    /** None where the JSON is something else, or none. */
    static Optional<Transcript> read(String text) {
        try {
            JsonNode tree = READER.readValue(text);
            return tree == null ? Optional.empty() : read(tree);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    /** None where the tree is something else. */
    public static Optional<Transcript> read(JsonNode tree) {
        for (var list : List.of(tree.path("segments"), tree.path("transcription"), tree.path("chunks"), tree)) {
            boolean textAlone = list.isEmpty() && !tree.path("text").asText("").isBlank();
            if (list.isArray() && fits(list) && !textAlone) {
                return Optional.of(timed(list));
            }
        }
        return tree.path("text").isTextual()
                ? Optional.of(Transcript.of(tree.path("text").asText()))
                : Optional.empty();
    }

    private static boolean fits(JsonNode list) {
        return list.isEmpty() || list.get(0).path("text").isTextual();
    }

    private static Transcript timed(JsonNode list) {
        var segments = new ArrayList<Spoken>();
        int skipped = 0;
        for (var one : list) {
            var from = millis(one, 0);
            if (from.isEmpty() || !one.path("text").isTextual()) {
                skipped++;
            } else {
                segments.add(new Spoken(
                        from.get(),
                        millis(one, 1).orElse(from.get()),
                        one.path("text").asText()));
            }
        }
        return Transcript.of(segments, skipped);
    }

    /** @param end 0 for the beginning, 1 for the end */
    private static Optional<Long> millis(JsonNode segment, int end) {
        var offsets = segment.path("offsets");
        if (offsets.isObject()) {
            return number(offsets.path(end == 0 ? "from" : "to")).map(Math::round);
        }
        var seconds = segment.has("timestamp")
                ? segment.path("timestamp").path(end)
                : segment.path(end == 0 ? "start" : "end");
        return number(seconds).map(value -> Math.round(value * 1000));
    }

    private static Optional<Double> number(JsonNode node) {
        double value = node.asDouble(Double.NaN);
        return Double.isFinite(value) && value >= 0 ? Optional.of(value) : Optional.empty();
    }
}
