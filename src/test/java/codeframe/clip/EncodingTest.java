package codeframe.clip;

import codeframe.image.decode.Drawn;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.decode.Verdict;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images per second with weights of ViT-B/32's shapes, as many workers as processors, one torch thread each. */
@Tag("bench")
class EncodingTest {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    private static final int BATCHES = 4;

    @TempDir
    Path folder;

    @Test
    void images_per_second_from_jpeg_to_vector() throws Exception {
        RandomModel.B32.write(folder);
        var files = Collections.nCopies(ClipModel.BATCH, Drawn.encoded(Drawn.feed(1), "jpeg"));
        var pixels = files.stream().map(EncodingTest::decoded).toList();
        print(
                "decoding alone",
                perSecond(() -> files.stream().map(EncodingTest::decoded).toList()));
        var preprocess = new Preprocess(ClipConfig.read(folder).pixel().sized(224));
        print(
                "resizing alone",
                perSecond(() -> pixels.stream().map(preprocess::input).toList()));
        for (var precision : List.of(Precision.FP32, Precision.BF16)) {
            long start = System.nanoTime();
            try (var model = ClipModel.load(folder, precision)) {
                print("loading " + precision.label() + ", seconds", (System.nanoTime() - start) / 1e9);
                print(
                        "resizing and encoding, " + precision.label(),
                        perSecond(() -> List.of(model.embedImages(pixels))));
                print(
                        "JPEG bytes to vector, " + precision.label(),
                        perSecond(() -> List.of(model.embedImages(
                                files.stream().map(EncodingTest::decoded).toList()))));
                phrases(model);
            }
        }
        try (var model = ClipModel.load(folder, Precision.AUTO)) {
            System.out.println("auto chooses " + model.precision().label());
        }
    }

    private static void phrases(ClipModel model) {
        var phrases = Collections.nCopies(26, "A large assembly of supporters at a political rally in the open air.");
        model.embedTexts(phrases);
        long start = System.nanoTime();
        model.embedTexts(phrases);
        print("26 phrases, milliseconds", (System.nanoTime() - start) / 1e6);
    }

    private static void print(String what, double figure) {
        print(what, String.format(Locale.ROOT, "%8.1f", figure));
    }

    private static void print(String what, String figure) {
        System.out.printf("%-40s %s%n", what, figure);
    }

    /**
     * Images per second of all workers together, by the clock and, for machines that have other work too, by the
     * processor time of an image.
     */
    private static String perSecond(Callable<List<?>> batch) throws Exception {
        var pool = Executors.newFixedThreadPool(WORKERS);
        try {
            pool.invokeAll(Collections.nCopies(2 * WORKERS, batch));
            var timed = Collections.<Callable<Double>>nCopies(BATCHES * WORKERS, () -> seconds(batch));
            long start = System.nanoTime();
            double busy = 0;
            for (var one : pool.invokeAll(timed)) {
                busy += one.get();
            }
            double images = timed.size() * ClipModel.BATCH;
            double clock = images / ((System.nanoTime() - start) / 1e9);
            return String.format(
                    Locale.ROOT, "%8.1f by the clock %8.1f by processor time", clock, WORKERS * images / busy);
        } finally {
            pool.shutdown();
        }
    }

    private static double seconds(Callable<List<?>> batch) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        batch.call();
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static Pixels decoded(byte[] file) {
        return new ImageDecoder(ImageLimits.DEFAULT)
                .decode(file, verdict -> verdict)
                .map((Verdict.Picture picture) -> Pixels.of(picture.asStored()), rejected -> null);
    }
}
