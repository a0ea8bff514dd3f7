package codeframe.llm.answer;

/**
 * A value that a model gave and the codebook does not have.
 *
 * @param said as the model wrote it, shortened where it is long
 */
public record OutsideValue(String variable, String said) {
    static OutsideValue of(String variable, String said) {
        return new OutsideValue(variable, Shortened.of(said));
    }
}
