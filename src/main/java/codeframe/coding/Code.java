package codeframe.coding;

import codeframe.db.Json;

/**
 * One variable's answer; a variable of several values has one code for each. {@code confidence} runs from 0 to 1 and is
 * null where a coder has none to give; {@code detail} is null or says how a machine came to it.
 */
public record Code(String variable, String value, CodeState state, Double confidence, Json detail) {
    public static Code of(String variable, String value) {
        return new Code(variable, value, CodeState.CODED, null, null);
    }

    public static Code of(String variable, String value, double confidence, Json detail) {
        return new Code(variable, value, CodeState.CODED, confidence, detail);
    }

    /** An answer without a value. */
    public static Code without(String variable, CodeState state) {
        return new Code(variable, null, state, null, null);
    }
}
