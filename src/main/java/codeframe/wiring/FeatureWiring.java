package codeframe.wiring;

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
import codeframe.feature.ocr.OcrRuns;
import codeframe.feature.ocr.OcrTasks;
import codeframe.feature.ocr.Tesseract;
import codeframe.image.Gallery;
import codeframe.image.decode.ImageDecoder;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;

/** What is known about images without judging them. */
public final class FeatureWiring {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    private FeatureWiring() {}

    public static void mount(FeatureContext context, ImageDecoder decoder, JavalinDefaultRoutingApi routes) {
        var sources = context.rows(FeatureSources.class);
        var rows = context.rows(FeatureRows.class);
        var imports = new FeatureImports(context.jdbi());
        var shell = new FeatureImportPages.Shell(context.access(), context.templates());
        new FeatureImportPages(imports, context.rows(FeatureUploads.class), sources, context.events(), shell)
                .mount(routes);
        // Before the pages of one source, whose address would take theirs.
        mountOcr(context, decoder, routes);
        new FeaturePages(sources, rows, context.events(), context.access(), context.templates()).mount(routes);
        new FeatureApi(sources, rows).mount(routes);
        new FeatureImportApi(imports, context.events()).mount(routes);
    }

    private static void mountOcr(FeatureContext context, ImageDecoder decoder, JavalinDefaultRoutingApi routes) {
        var runs = context.rows(OcrRuns.class);
        var tesseract = new Tesseract(context.config().tesseract(), TIME_LIMIT);
        int atOnce = Math.max(
                1, Math.min(context.config().workers(), Runtime.getRuntime().availableProcessors() / 2));
        var job = new OcrJob(runs, tesseract, decoder, atOnce);
        var tasks = new OcrTasks(runs, job, context.clock(), context.jobs());
        context.tasks().addAll(tasks.tasks());
        var shell = new OcrPages.Shell(context.access(), context.events(), context.templates());
        new OcrPages(runs, tasks, tesseract, new Gallery(context.jdbi()), shell).mount(routes);
    }
}
