package codeframe.clip;

import java.util.List;

/**
 * How an image becomes the model's input: resized, its middle cut out to a square of {@code crop} pixels (or put on
 * one of the fill colour where it is smaller), its values multiplied, their mean taken off and divided by the
 * deviation. A length of 0 is that of the model's input.
 */
record Pixel(
        Resizing resizing,
        Filter filter,
        int crop,
        List<Double> fill,
        double factor,
        List<Double> mean,
        List<Double> deviation) {
    /** What OpenAI's code does with the values of an image; everybody else does the same unless a file says otherwise. */
    static final List<Double> MEAN = List.of(0.48145466, 0.4578275, 0.40821073);

    static final List<Double> DEVIATION = List.of(0.26862954, 0.26130258, 0.27577711);
    static final double FACTOR = 1 / 255.0;
    static final List<Double> BLACK = List.of(0.0, 0.0, 0.0);

    /** Means and deviations that leave a value as it is. */
    static final List<Double> ZEROS = BLACK;

    static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

    /** With the lengths that the files leave out; the input cannot be of another size. */
    Pixel sized(int side) {
        int square = crop == 0 ? side : crop;
        if (square != side) {
            throw new BrokenModel("The preprocessor cuts images to " + square + " pixels, but the weights take " + side
                    + "; the files do not belong together.");
        }
        var resized = resizing.side() == 0 ? new Resizing(resizing.kind(), side) : resizing;
        return new Pixel(resized, filter, square, fill, factor, mean, deviation);
    }

    /** Whether an image is treated as OpenAI's code treats it, apart from mean and deviation. */
    boolean isUsual() {
        return resizing.kind() == Resizing.Kind.SHORTEST && filter == Filter.BICUBIC && factor == FACTOR;
    }
}
