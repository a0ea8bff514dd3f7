package codeframe.wiring;

import codeframe.clip.Tagger;
import codeframe.clip.tag.TagJob;
import codeframe.clip.tag.TagPages;
import codeframe.clip.tag.TagRows;
import codeframe.feature.FeatureApi;
import codeframe.feature.FeaturePages;
import codeframe.feature.FeatureRows;
import codeframe.feature.FeatureSources;
import codeframe.feature.intake.FeatureImportApi;
import codeframe.feature.intake.FeatureImportPages;
import codeframe.feature.intake.FeatureImports;
import codeframe.feature.intake.FeatureUploads;
import codeframe.feature.ocr.OcrJob;
import codeframe.feature.ocr.OcrPages;
import codeframe.feature.ocr.Tesseract;
import codeframe.feature.transcript.TranscriptImports;
import codeframe.feature.transcript.TranscriptPages;
import codeframe.feature.vision.VisionApi;
import codeframe.feature.vision.VisionClient;
import codeframe.feature.vision.VisionImagePrices;
import codeframe.feature.vision.VisionJob;
import codeframe.feature.vision.VisionLedger;
import codeframe.feature.vision.VisionPages;
import codeframe.feature.vision.VisionServiceForm;
import codeframe.feature.vision.VisionServices;
import codeframe.feature.vision.VisionStart;
import codeframe.feature.work.FeatureRunPages;
import codeframe.feature.work.FeatureRuns;
import codeframe.feature.work.FeatureTasks;
import codeframe.image.Gallery;
import codeframe.image.decode.ImageDecoder;
import codeframe.llm.speech.Speech;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What is known about images without judging them. */
public final class FeatureWiring {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    private FeatureWiring() {}

    /** What other packages lend to the making of features. */
    public record Makers(VisionClient door, Tagger tagger, Speech speech) {}

    public static void mount(
            FeatureContext context, ImageDecoder decoder, Makers makers, JavalinDefaultRoutingApi routes) {
        var sources = context.rows(FeatureSources.class);
        var rows = context.rows(FeatureRows.class);
        var imports = new FeatureImports(context.jdbi());
        var shell = new FeatureImportPages.Shell(context.access(), context.templates());
        new FeatureImportPages(imports, context.rows(FeatureUploads.class), sources, context.events(), shell)
                .mount(routes);
        var transcripts = new TranscriptPages.Shell(context.access(), context.templates());
        new TranscriptPages(new TranscriptImports(context.jdbi()), sources, context.events(), transcripts)
                .mount(routes);
        makers.speech().mount(context.access(), context.templates(), routes);
        // Before the pages of one source, whose address would take theirs.
        var tasks = Map.of(
                OcrPages.ORIGIN,
                mountOcr(context, decoder, routes),
                VisionStart.ORIGIN,
                mountVision(context, decoder, makers.door(), routes),
                TagPages.ORIGIN,
                mountTags(context, makers.tagger(), routes),
                makers.speech().origin(),
                makers.speech().tasks());
        tasks.values().forEach(one -> context.tasks().addAll(one.tasks()));
        new FeatureRunPages(
                        context.rows(FeatureRuns.class),
                        tasks,
                        Set.of(VisionStart.ORIGIN, makers.speech().origin()),
                        context.access())
                .mount(routes);
        var prices = new VisionImagePrices(context.rows(VisionServices.class), context.clock());
        var shown = new FeaturePages.Rows(sources, rows);
        new FeaturePages(shown, prices, context.events(), context.access(), context.templates()).mount(routes);
        new FeatureApi(sources, rows).mount(routes);
        new FeatureImportApi(imports, context.events()).mount(routes);
    }

    private static FeatureTasks mountOcr(
            FeatureContext context, ImageDecoder decoder, JavalinDefaultRoutingApi routes) {
        var runs = context.rows(FeatureRuns.class);
        var tesseract = new Tesseract(context.config().tesseract(), TIME_LIMIT);
        int atOnce = Math.max(
                1, Math.min(context.config().workers(), Runtime.getRuntime().availableProcessors() / 2));
        var job = new OcrJob(runs, tesseract, decoder, atOnce);
        var tasks = new FeatureTasks(OcrPages.ORIGIN, runs, job, context.clock(), context.jobs());
        var shell = new OcrPages.Shell(context.access(), context.events(), context.templates());
        new OcrPages(runs, tasks, tesseract, new Gallery(context.jdbi()), shell).mount(routes);
        return tasks;
    }

    private static FeatureTasks mountTags(FeatureContext context, Tagger tagger, JavalinDefaultRoutingApi routes) {
        var runs = context.rows(FeatureRuns.class);
        var job = new TagJob(runs, context.rows(TagRows.class), tagger);
        var tasks = new FeatureTasks(TagPages.ORIGIN, runs, job, context.clock(), context.jobs());
        var shell = new TagPages.Shell(context.access(), context.events(), context.templates());
        new TagPages(runs, tasks, tagger, new Gallery(context.jdbi()), shell).mount(routes);
        return tasks;
    }

    private static FeatureTasks mountVision(
            FeatureContext context, ImageDecoder decoder, VisionClient door, JavalinDefaultRoutingApi routes) {
        var services = context.rows(VisionServices.class);
        var ledger = new VisionLedger(context.jdbi(), context.clock());
        context.tasks().add(ledger.sweep());
        var rows = new VisionJob.Rows(context.rows(FeatureRuns.class), services, ledger);
        var job = new VisionJob(rows, door, decoder, context.clock());
        var tasks = new FeatureTasks(VisionStart.ORIGIN, rows.runs(), job, context.clock(), context.jobs());
        var gallery = new Gallery(context.jdbi());
        var start = new VisionStart(rows, tasks, door, gallery, context.events(), context.clock());
        var shell = new VisionPages.Shell(context.access(), context.events(), context.templates());
        new VisionPages(start, services, new VisionServiceForm.Check(door), gallery, shell).mount(routes);
        new VisionApi(start, gallery).mount(routes);
        return tasks;
    }
}
