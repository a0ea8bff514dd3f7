package codeframe.clip;

import java.math.BigDecimal;

/** What both towers have; a number that the files leave out is 0 and follows from the weights. */
record Transformer(Activation activation, double epsilon, int width, int inner, int layers, int heads) {
    static final double EPSILON = 1e-5;

    /** In words, for the passport. */
    String words() {
        return "%d layers of %d, %d heads, %s, epsilon %s"
                .formatted(
                        layers,
                        width,
                        heads,
                        activation.label,
                        BigDecimal.valueOf(epsilon).stripTrailingZeros().toPlainString());
    }

    Transformer {
        if (width > 0 && heads > 0 && width % heads != 0) {
            throw new BrokenModel(
                    "This model would have " + heads + " attention heads, which do not divide its width of " + width
                            + ". Use another model, or correct the file if the number is wrong.");
        }
    }
}
