package codeframe.report.export;

import codeframe.db.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One image with everything about it, or a row of imported metadata that has no image.
 *
 * @param image null where there is none; {@code reason} then says why
 * @param tableId null unless a row of a table describes the image
 * @param codes the newest answer of every chosen coder and variable
 * @param secondCodes the newest second coding of every chosen coder
 * @param outcomes by coder, what became of the image
 * @param costs by coder, in dollars, where it cost something
 * @param noted by person, what goes with the codes
 */
public record WideRow(
        Long image,
        String path,
        Json metadata,
        Long tableId,
        List<String> cells,
        String reason,
        Json codes,
        Json secondCodes,
        Json outcomes,
        Json costs,
        Json noted) {
    /** A code of the image. */
    record Code(
            long coder,
            String variable,
            String value,
            String state,
            Float confidence,
            JsonNode detail,
            String provenance,
            String reason,
            String errorType,
            String unit) {}

    /**
     * What a person left with the image: the time it took over all samples, whether it was ever flagged, all notes; of a
     * video for how long it played and the most of it that was seen in one coding, from 0 to 1.
     */
    record Noted(Float seconds, boolean flagged, String note, Float watchedSeconds, Float watchedShare) {
        static final Noted NOTHING = new Noted(null, false, null, null, null);

        Object cell(String name) {
            return switch (name) {
                case "seconds" -> seconds;
                case "flagged" -> flagged;
                case "watched_seconds" -> watchedSeconds;
                case "watched_share" -> watchedShare;
                default -> note;
            };
        }

        boolean any() {
            return flagged || note != null;
        }
    }

    List<Code> all() {
        return read(codes);
    }

    List<Code> allSecond() {
        return read(secondCodes);
    }

    private static List<Code> read(Json codes) {
        return codes == null ? List.of() : codes.as(new TypeReference<List<Code>>() {});
    }

    Map<Long, String> outcomeByCoder() {
        return outcomes == null ? Map.of() : outcomes.as(new TypeReference<Map<Long, String>>() {});
    }

    Map<Long, Noted> notedByCoder() {
        return noted == null ? Map.of() : noted.as(new TypeReference<Map<Long, Noted>>() {});
    }

    Map<Long, BigDecimal> costByCoder() {
        return costs == null ? Map.of() : costs.as(new TypeReference<Map<Long, BigDecimal>>() {});
    }
}
