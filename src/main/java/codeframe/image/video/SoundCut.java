package codeframe.image.video;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Where a long sound is cut: where it is quietest for a while, in the last fifth of what a part may have. */
final class SoundCut {
    /** Samples a millisecond, and bytes. */
    private static final int SAMPLES = 16;

    private static final int BYTES = 2 * SAMPLES;
    private static final int WINDOW = 20;
    private static final int WINDOWS = 15;

    private SoundCut() {}

    /**
     * @param raw 16,000 signed numbers of 16 bits a second
     * @param from in milliseconds, as is what is returned
     * @param most milliseconds of a part
     * @param end of the sound
     */
    static long after(Path raw, long from, long most, long end) throws IOException {
        if (end - from <= most) {
            return end;
        }
        long first = from + most * 4 / 5;
        double[] loudness = loudness(raw, first, (int) ((from + most - first) / WINDOW));
        int best = Math.max(0, loudness.length - WINDOWS);
        for (int i = loudness.length - WINDOWS - 1; i >= 0; i--) {
            best = sum(loudness, i) < sum(loudness, best) ? i : best;
        }
        return first + (long) WINDOW * (best + Math.min(WINDOWS, loudness.length) / 2);
    }

    /** Of windows of 20 ms each, one after the other. */
    private static double[] loudness(Path raw, long first, int windows) throws IOException {
        double[] loudness = new double[windows];
        byte[] bytes = new byte[WINDOW * BYTES];
        try (var in = new RandomAccessFile(raw.toFile(), "r")) {
            in.seek(first * BYTES);
            for (int i = 0; i < windows; i++) {
                in.readFully(bytes);
                var samples =
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
                while (samples.hasRemaining()) {
                    loudness[i] += Math.abs(samples.get());
                }
            }
        }
        return loudness;
    }

    private static double sum(double[] loudness, int from) {
        double sum = 0;
        for (int i = from; i < Math.min(loudness.length, from + WINDOWS); i++) {
            sum += loudness[i];
        }
        return sum;
    }
}
