package codeframe.llm.price;

/**
 * Who answered, as the server says; null is what it does not say.
 *
 * @param model as it is dated there, which may be another name than the one that was asked for
 * @param fingerprint of the server's software and settings (OpenAI's system_fingerprint)
 * @param reasoning tokens of the output that were spent before the answer began
 */
public record Signature(String model, String fingerprint, Integer reasoning) {
    public static final Signature NONE = new Signature(null, null, null);
}
