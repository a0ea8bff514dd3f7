package codeframe.llm.prompt;

/**
 * One named piece of the prompt.
 *
 * @param name stable: {@code role}, {@code features} where the image is not sent, {@code anonymity}, {@code objective},
 *     {@code group:Dress style}, {@code variable:dress_style}, {@code unsure} or {@code answer}
 * @param title what people read above it
 */
public record PromptPart(String name, String title, String text) {
    public static final String ROLE = "role";
    public static final String FEATURES = "features";
    public static final String ANONYMITY = "anonymity";
    public static final String OBJECTIVE = "objective";
    public static final String UNSURE = "unsure";
    public static final String ANSWER = "answer";

    static String group(String group) {
        return "group:" + group;
    }

    static String variable(String key) {
        return "variable:" + key;
    }

    /** Whether it words what the codebook says, and changes with it. */
    public boolean followsCodebook() {
        return name.equals(OBJECTIVE) || name.contains(":");
    }

    PromptPart withText(String changed) {
        return new PromptPart(name, title, changed);
    }
}
