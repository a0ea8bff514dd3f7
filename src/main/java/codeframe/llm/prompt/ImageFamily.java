package codeframe.llm.prompt;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/**
 * How the models of a family count an image, a line of {@code image-tokens.json}. What a rule does not need is 0.
 *
 * @param family how the model's name begins
 * @param base tokens of every image
 * @param tokens of each square, or of the whole image where that is fixed
 * @param side of a square in pixels, or the pixels of one token
 * @param edge the longest edge that is looked at
 * @param most tokens, or squares, at most
 * @param small up to this size of both sides an image is one square
 * @param factor tokens of one square
 * @param source whose page or file says so
 * @param read month or year in which that was read
 */
public record ImageFamily(
        String family,
        Rule rule,
        int base,
        int tokens,
        int side,
        int edge,
        int most,
        int small,
        double factor,
        String source,
        String read) {

    /** One way of counting, for the width and height that are sent. */
    public enum Rule {
        TILES,
        PATCHES,
        CELLS,
        ROWS,
        CROPS,
        AREA,
        FIXED,
        UNKNOWN;

        @JsonCreator
        static Rule of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Empty sides count as one pixel. */
    long of(int width, int height, boolean low) {
        double fit = edge == 0 ? 1 : Math.min(1, (double) edge / Math.max(width, height));
        double w = Math.max(1, width * fit);
        double h = Math.max(1, height * fit);
        return switch (rule) {
            case TILES -> low ? base : tiles(w, h);
            case PATCHES -> patches(w, h, low);
            case CELLS -> atMost(base + squares(side, w, h));
            case ROWS -> squares(side, w, h) + upwards(h / side);
            case CROPS -> w <= small && h <= small ? tokens : atMost(base + tokens * squares(side, w, h));
            case AREA -> upwards(w * h / side);
            case FIXED -> tokens;
            case UNKNOWN -> throw new IllegalStateException(family);
        };
    }

    private long atMost(long count) {
        return most == 0 ? count : Math.min(most, count);
    }

    /** Fit into 2048 x 2048, then bring the shorter side down to 768, then count squares of 512. */
    private long tiles(double width, double height) {
        double fit = Math.min(1, 2048.0 / Math.max(width, height));
        double w = width * fit;
        double h = height * fit;
        double shorter = Math.min(1, 768 / Math.min(w, h));
        return base + tokens * squares(512, w * shorter, h * shorter);
    }

    /** Squares of 32, at most so many, times a factor. Low detail is counted as an image that fits into 512 x 512. */
    private long patches(double width, double height, boolean low) {
        double fit = low ? Math.min(1, 512.0 / Math.max(width, height)) : 1;
        double w = width * fit;
        double h = height * fit;
        if (squares(32, w, h) > most) {
            double r = Math.sqrt(32.0 * 32 * most / (w * h));
            double across = w * r / 32;
            double down = h * r / 32;
            r *= Math.min(Math.floor(across) / across, Math.floor(down) / down);
            w *= r;
            h *= r;
        }
        return upwards(Math.min(most, squares(32, w, h)) * factor);
    }

    private static long squares(int side, double width, double height) {
        return upwards(width / side) * upwards(height / side);
    }

    /** A hair of rounding error does not make another square. */
    private static long upwards(double value) {
        return Math.max(1, (long) Math.ceil(value - 1e-9));
    }
}
