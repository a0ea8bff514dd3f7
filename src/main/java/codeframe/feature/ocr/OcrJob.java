package codeframe.feature.ocr;

import codeframe.feature.FeatureRows;
import codeframe.feature.work.FeatureJob;
import codeframe.feature.work.FeatureRuns;
import codeframe.image.FeatureKind;
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
public final class OcrJob implements FeatureJob {
    private static final Logger LOG = LoggerFactory.getLogger(OcrJob.class);
    private static final int AT_ONCE = 8;

    private final FeatureRuns runs;
    private final Tesseract tesseract;
    private final ImageDecoder decoder;
    private final int threads;

    /** @param threads how many pictures are read at the same time */
    public OcrJob(FeatureRuns runs, Tesseract tesseract, ImageDecoder decoder, int threads) {
        this.runs = runs;
        this.tesseract = tesseract;
        this.decoder = decoder;
        this.threads = threads;
    }

    @Override
    public Optional<Duration> run(long source, BooleanSupplier over) throws InterruptedException {
        var going = runs.going(source);
        if (going.isEmpty()) {
            return Optional.empty();
        }
        check(going.get().settings().as(OcrSettings.class));
        var pool = Executors.newFixedThreadPool(threads);
        try {
            return FeatureJob.rounds(runs, source, AT_ONCE * threads, over, (now, images) -> {
                read(source, now, images, pool);
                return Optional.empty();
            });
        } finally {
            pool.shutdownNow();
        }
    }

    private void check(OcrSettings settings) {
        var installed = tesseract.languages();
        if (installed.isEmpty()) {
            throw new NotNow(Absence.SENTENCE);
        }
        var missing = new ArrayList<>(settings.languages());
        missing.removeAll(installed);
        if (!missing.isEmpty()) {
            throw new NotNow("Tesseract has no longer the language " + String.join(", ", missing)
                    + " here. What was read until then is kept; install it and continue.");
        }
    }

    private void read(long source, FeatureRuns.Going going, List<Long> images, ExecutorService pool)
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
                    picture.get(),
                    verdict -> verdict.map(
                            seen -> new Shown(png(seen.upright()), ""),
                            refused -> new Shown(new byte[0], refused.reason())));
            if (shown.refusal.isEmpty()) {
                read(source, language, settings, image, shown.png);
            } else {
                settle(source, language, image, "unreadable", "", shown.refusal);
            }
        }
    }

    /** The picture as people see it, or why there is none. */
    private record Shown(byte[] png, String refusal) {}

    private void read(long source, String language, OcrSettings settings, long image, byte[] png) {
        try {
            var text = OcrText.of(tesseract.read(png, settings), settings);
            settle(source, language, image, text.isEmpty() ? "empty" : "done", text, null);
        } catch (Tesseract.Failed reason) {
            LOG.warn("the text in image {} was not read: {}", image, reason.getMessage());
            if (!Thread.currentThread().isInterrupted()) {
                settle(source, language, image, "error", "", reason.getMessage());
            }
        }
    }

    private void settle(long source, String language, long image, String outcome, String text, String error) {
        runs.settle(
                source,
                language,
                List.of(new FeatureRows.Feature(FeatureKind.TEXT.word(), image, outcome, text, List.of(), error)));
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
