package codeframe.llm.price;

/**
 * What one request took.
 *
 * @param input the prompt with its images, cached ones included
 * @param cached those of the input that the server had kept from before
 * @param reported whether the server said so; else it is our own estimate
 */
public record TokenCount(int input, int cached, int output, boolean reported) {
    public TokenCount {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException("tokens below 0: " + input + ", " + output);
        }
        cached = Math.max(0, Math.min(cached, input));
    }
}
