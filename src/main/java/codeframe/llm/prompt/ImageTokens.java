package codeframe.llm.prompt;

import java.util.List;
import java.util.Locale;

/**
 * How many tokens an image costs, as the makers of the models document it. Auto is counted as high: an estimate should
 * not be too low. A model of unknown family is counted as GPT-4o.
 */
public final class ImageTokens {
    /** One family's way of counting, for the width and height that are sent. */
    private interface Rule {
        long tokens(int width, int height, boolean low);
    }

    private record Family(String prefix, Rule rule) {}

    private static final Rule GPT_4O = (w, h, low) -> tiles(85, 170, w, h, low);

    /** By the beginning of the model's name; of two that fit, the one that stands first. */
    private static final List<Family> FAMILIES = List.of(
            new Family("gpt-4.1-mini", (w, h, low) -> patches(1.62, w, h, low)),
            new Family("gpt-4.1-nano", (w, h, low) -> patches(2.46, w, h, low)),
            new Family("gpt-5-mini", (w, h, low) -> patches(1.62, w, h, low)),
            new Family("gpt-5-nano", (w, h, low) -> patches(2.46, w, h, low)),
            new Family("o4-mini", (w, h, low) -> patches(1.72, w, h, low)),
            new Family("gpt-4o-mini", (w, h, low) -> tiles(2833, 5667, w, h, low)),
            new Family("gpt-4", GPT_4O),
            new Family("gpt-5", (w, h, low) -> tiles(70, 140, w, h, low)),
            new Family("o1", (w, h, low) -> tiles(75, 150, w, h, low)),
            new Family("o3", (w, h, low) -> tiles(75, 150, w, h, low)),
            new Family("claude", (w, h, low) -> claude(w, h)),
            new Family("gemini", (w, h, low) -> gemini(w, h)),
            new Family("gemma", (w, h, low) -> 256),
            new Family("llava", (w, h, low) -> 576),
            new Family("qwen", (w, h, low) -> cells(28, w, h) + 2));

    private ImageTokens() {}

    /** @param width as sent, after shrinking to the longest edge of the run */
    public static long of(String model, int width, int height, Detail detail) {
        var name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var rule = FAMILIES.stream()
                .filter(family -> name.startsWith(family.prefix()))
                .findFirst()
                .map(Family::rule)
                .orElse(GPT_4O);
        return rule.tokens(Math.max(1, width), Math.max(1, height), detail == Detail.LOW);
    }

    /** Whether the way of counting is that of the model's own maker. */
    public static boolean knows(String model) {
        var name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return FAMILIES.stream().anyMatch(family -> name.startsWith(family.prefix()));
    }

    /**
     * OpenAI, "Images and vision", GPT-4o and its like: fit into 2048 x 2048, then bring the shorter side down to 768,
     * then count squares of 512. Low detail is the base alone.
     */
    private static long tiles(int base, int tile, int width, int height, boolean low) {
        if (low) {
            return base;
        }
        double fit = Math.min(1, 2048.0 / Math.max(width, height));
        double w = width * fit;
        double h = height * fit;
        double shorter = Math.min(1, 768 / Math.min(w, h));
        return base + tile * upwards(w * shorter / 512) * upwards(h * shorter / 512);
    }

    /**
     * OpenAI, "Images and vision", GPT-4.1-mini and its like: squares of 32, at most 1536 of them, times a factor of the
     * model. Low detail is counted as an image that fits into 512 x 512.
     */
    private static long patches(double factor, int width, int height, boolean low) {
        double fit = low ? Math.min(1, 512.0 / Math.max(width, height)) : 1;
        double w = width * fit;
        double h = height * fit;
        if (upwards(w / 32) * upwards(h / 32) > 1536) {
            double r = Math.sqrt(32.0 * 32 * 1536 / (w * h));
            double across = w * r / 32;
            double down = h * r / 32;
            r *= Math.min(Math.floor(across) / across, Math.floor(down) / down);
            w *= r;
            h *= r;
        }
        return upwards(Math.min(1536, upwards(w / 32) * upwards(h / 32)) * factor);
    }

    /** Anthropic, "Vision": width times height by 750, the longer side at most 1568. */
    private static long claude(int width, int height) {
        double fit = Math.min(1, 1568.0 / Math.max(width, height));
        return upwards(width * fit * height * fit / 750);
    }

    /** Google, "Understand and count tokens": 258 where both sides are at most 384, else 258 for each square of 768. */
    private static long gemini(int width, int height) {
        return width <= 384 && height <= 384 ? 258 : 258 * cells(768, width, height);
    }

    private static long cells(int side, int width, int height) {
        return upwards((double) width / side) * upwards((double) height / side);
    }

    /** A hair of rounding error does not make another square. */
    private static long upwards(double value) {
        return Math.max(1, (long) Math.ceil(value - 1e-9));
    }
}
