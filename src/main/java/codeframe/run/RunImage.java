package codeframe.run;

/**
 * An image to classify; its result names it by {@code id}.
 *
 * @param retries how often it was opened again on purpose
 * @param objection what was wrong with its earlier answer, where the classifier is to be told; else null
 */
public record RunImage(long id, byte[] sha256, int retries, String objection) {

    /** One that was not classified before. */
    public static RunImage of(long id, byte[] sha256) {
        return new RunImage(id, sha256, 0, null);
    }
}
