package codeframe.clip;

import codeframe.codebook.ClosePhrases;
import codeframe.image.decode.ImageDecoder;
import codeframe.project.Access;
import codeframe.templates.Templates;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** CLIP put together: models on disk and in memory, their downloads, and what other features use of them. */
public final class Clip implements AutoCloseable {
    /** As a run does with its images. */
    private static final Duration GIVES_WAY = Duration.ofSeconds(8);

    private final ModelDirectory directory;
    private final ModelDownloads downloads;
    private final Models models;
    private final PhraseVectors phrases;
    private final ModelPassports passports;
    private final ClipClassifier classifier;

    /** @param data where torch's libraries and the demo model are unpacked */
    public Clip(Path data, Path modelFolder, String hub, Jdbi jdbi, ImageDecoder decoder) {
        Torch.configure(data.resolve("djl"));
        directory = new ModelDirectory(modelFolder, data.resolve("demo-model"));
        models = new Models(directory);
        passports = ModelPassports.of(models, jdbi);
        downloads = new ModelDownloads(directory, hub, passports.tests()::start);
        phrases = new PhraseVectors(models);
        classifier = new ClipClassifier(
                models,
                phrases,
                jdbi.onDemand(Embeddings.class),
                decoder,
                passports,
                new DevThresholds(jdbi.onDemand(ThresholdRows.class), GIVES_WAY));
    }

    public ClipClassifier classifier() {
        return classifier;
    }

    /** For the features of images. */
    public Tagger tagger() {
        return new Tagger(models, phrases);
    }

    /** For the codebook's check list. */
    public ClosePhrases closePhrases() {
        return new ClosePhrases(phrases::judge);
    }

    public ModelPages pages(Access access, Templates templates) {
        return new ModelPages(directory, downloads, passports, access, templates);
    }

    @Override
    public void close() {
        downloads.close();
        passports.tests().close();
        models.close();
    }
}
