package codeframe.coding.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What our tasks for Label Studio call the answers that are no variable's. They begin with a capital, which no key of a
 * variable does.
 */
public final class OwnControls {
    public static final String NOTE = "Coder_note";
    public static final String FLAG = "Coder_flag";
    public static final String REASON = "Adjudication_reason";

    private OwnControls() {}

    static boolean is(String control) {
        return List.of(NOTE, FLAG, REASON).contains(control);
    }

    /** A note is taken with the answers beside it; the rest is not an imported coder's. */
    static void leaveOut(String control, UnusedParts unused) {
        if (!control.equals(NOTE)) {
            unused.add("result", control, "Flags and rulings are made here; they are not brought in with codes.");
        }
    }

    /** Empty where the coder left none. */
    static String note(JsonNode results) {
        for (var result : results) {
            if (result.path("from_name").asText("").equals(NOTE)) {
                return String.join("\n", LabelStudioValue.read(result).values());
            }
        }
        return "";
    }
}
