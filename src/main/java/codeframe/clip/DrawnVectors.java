package codeframe.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A model's fingerprint: its vectors, each of length one, of images drawn by formula and of set phrases. Computed again
 * with another library or on another processor, they tell how far that changes what the model makes.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by their distance
record DrawnVectors(float[][] vectors) {
    /** From here on vectors differ in their third digit, and an image near a border may get another code. */
    static final double THIRD_DIGIT = 0.001;

    /** What another order of the same sums makes of single precision. */
    static final double ROUNDING = 1e-5;

    private static final List<String> PHRASES =
            List.of("a rally with a crowd of people", "a photo of a cat", "ein Wahlplakat vor einem Haus");

    private static final List<String> DIGITS = List.of("first", "second", "third", "fourth", "fifth", "sixth");

    /** @throws BrokenModel where one of them is no number: nothing could be held to it */
    static DrawnVectors of(ClipModel model) {
        var all = new ArrayList<float[]>();
        all.addAll(Arrays.asList(model.embedImages(List.of(slope(), rings()))));
        all.addAll(Arrays.asList(model.embedTexts(PHRASES)));
        if (!all.stream().allMatch(DrawnVectors::isFinite)) {
            throw new BrokenModel("The vectors that the model makes are no numbers: its weights are damaged, or do not"
                    + " belong to its configuration. Fetch its files again.");
        }
        return new DrawnVectors(all.toArray(float[][]::new));
    }

    private static boolean isFinite(float[] vector) {
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Colours that rise along the sides; wider than high, so that it has to be cut or squashed. */
    private static Pixels slope() {
        return drawn(320, 240, (x, y) -> new int[] {x * 255 / 319, y * 255 / 239, (x + y) % 256});
    }

    /** Rings about a point off the middle, with hard edges. */
    private static Pixels rings() {
        return drawn(200, 300, (x, y) -> {
            int distance = (x - 70) * (x - 70) + (y - 180) * (y - 180);
            return distance / 900 % 2 == 0 ? new int[] {220, 40, 30} : new int[] {20, 60, distance % 256};
        });
    }

    /** The red, green and blue of a place, each from 0 to 255. */
    private interface Colour {
        int[] at(int x, int y);
    }

    private static Pixels drawn(int width, int height, Colour colour) {
        var bgr = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] rgb = colour.at(x, y);
                int at = 3 * (y * width + x);
                bgr[at] = (byte) rgb[2];
                bgr[at + 1] = (byte) rgb[1];
                bgr[at + 2] = (byte) rgb[0];
            }
        }
        return new Pixels(width, height, bgr);
    }

    /** The largest Euclidean distance of any of the vectors from its counterpart, of two of the same model. */
    double distance(DrawnVectors other) {
        double largest = 0;
        for (int i = 0; i < vectors.length; i++) {
            double sum = 0;
            for (int d = 0; d < vectors[i].length; d++) {
                double apart = vectors[i][d] - other.vectors[i][d];
                sum += apart * apart;
            }
            largest = Math.max(largest, Math.sqrt(sum));
        }
        return largest;
    }

    /** "differ in the third digit", behind "the vectors". */
    static String words(double distance) {
        if (distance < ROUNDING) {
            return "are the same up to rounding";
        }
        int digit = (int) Math.ceil(-Math.log10(distance));
        return "differ in the " + DIGITS.get(Math.max(1, Math.min(digit, DIGITS.size())) - 1) + " digit";
    }

    /** One vector after the other, as stored vectors of images are. */
    byte[] bytes() {
        int width = vectors[0].length;
        var all = new float[vectors.length * width];
        for (int i = 0; i < vectors.length; i++) {
            System.arraycopy(vectors[i], 0, all, i * width, width);
        }
        return ImageVectors.bytes(all);
    }

    static DrawnVectors of(byte[] bytes) {
        float[] all = ImageVectors.floats(bytes);
        int count = 2 + PHRASES.size();
        int width = all.length / count;
        var vectors = new float[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = Arrays.copyOfRange(all, i * width, (i + 1) * width);
        }
        return new DrawnVectors(vectors);
    }
}
