package codeframe.feature.ocr;

import codeframe.image.decode.ImageDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the text in the waiting images of a run, several at a time, until none waits, it is stopped or its time is over. */
public final class OcrJob {
    private static final Logger LOG = LoggerFactory.getLogger(OcrJob.class);
    private static final int AT_ONCE = 8;
    private static final Duration OTHERS = Duration.ofSeconds(5);

    private final OcrRuns runs;
    private final Tesseract tesseract;
    private final ImageDecoder decoder;
    private final int threads;

    /** @param threads how many pictures are read at the same time */
    public OcrJob(OcrRuns runs, Tesseract tesseract, ImageDecoder decoder, int threads) {
        this.runs = runs;
        this.tesseract = tesseract;
        this.decoder = decoder;
        this.threads = threads;
    }

    /** This node has not what the run needs, and another may have it. */
    static final class Unequipped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unequipped(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /**
     * @param over whether others are to have their turn
     * @return after how long it goes on; never where the run has ended
     */
    Optional<Duration> run(long source, BooleanSupplier over) throws InterruptedException {
        var going = runs.going(source);
        if (going.isEmpty()) {
            return Optional.empty();
        }
        check(going.get().settings().as(OcrSettings.class));
        var pool = Executors.newFixedThreadPool(threads);
        try {
            return work(source, over, pool);
        } finally {
            pool.shutdownNow();
        }
    }

    private void check(OcrSettings settings) {
        var installed = tesseract.languages();
        if (installed.isEmpty()) {
            throw new Unequipped(Absence.SENTENCE);
        }
        var missing = new ArrayList<>(settings.languages());
        missing.removeAll(installed);
        if (!missing.isEmpty()) {
            throw new Unequipped("Tesseract has no longer the language " + String.join(", ", missing)
                    + " here. What was read until then is kept; install it and continue.");
        }
    }

    private Optional<Duration> work(long source, BooleanSupplier over, ExecutorService pool)
            throws InterruptedException {
        while (!over.getAsBoolean()) {
            var going = runs.going(source);
            if (going.isEmpty()) {
                return Optional.empty();
            }
            var images = runs.claim(source, AT_ONCE * threads);
            if (!images.isEmpty()) {
                read(source, going.get(), images, pool);
            } else {
                // Images that were claimed and came to nothing are free later.
                return runs.finish(source) ? Optional.empty() : Optional.of(OTHERS);
            }
        }
        return Optional.of(Duration.ZERO);
    }

    private void read(long source, OcrRuns.Going going, List<Long> images, ExecutorService pool)
            throws InterruptedException {
        var settings = going.settings().as(OcrSettings.class);
        var readings = images.stream()
                .map(image -> (Callable<Void>) () -> {
                    read(source, going.language(), settings, image);
                    return null;
                })
                .toList();
        for (var reading : pool.invokeAll(readings)) {
            try {
                reading.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void read(long source, String language, OcrSettings settings, long image) {
        var picture = runs.picture(image);
        if (picture.isPresent()) {
            var shown = decoder.decode(
                    picture.get().bytes(),
                    verdict -> verdict.map(
                            seen -> new Shown(png(seen.upright()), ""),
                            refused -> new Shown(new byte[0], refused.reason())));
            if (shown.refusal.isEmpty()) {
                read(source, language, settings, image, shown.png);
            } else {
                runs.settle(source, language, image, "unreadable", "", shown.refusal);
            }
        }
    }

    /** The picture as people see it, or why there is none. */
    private record Shown(byte[] png, String refusal) {}

    private void read(long source, String language, OcrSettings settings, long image, byte[] png) {
        try {
            var text = OcrText.of(tesseract.read(png, settings), settings);
            runs.settle(source, language, image, text.isEmpty() ? "empty" : "done", text, null);
        } catch (Tesseract.Failed reason) {
            LOG.warn("the text in image {} was not read: {}", image, reason.getMessage());
            if (!Thread.currentThread().isInterrupted()) {
                runs.settle(source, language, image, "error", "", reason.getMessage());
            }
        }
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a PNG could not be written to memory", impossible);
        }
        return bytes.toByteArray();
    }
}
