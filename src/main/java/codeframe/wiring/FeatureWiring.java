package codeframe.wiring;

import codeframe.feature.FeatureApi;
import codeframe.feature.FeaturePages;
import codeframe.feature.FeatureRows;
import codeframe.feature.FeatureSources;
import codeframe.feature.intake.FeatureImportApi;
import codeframe.feature.intake.FeatureImportPages;
import codeframe.feature.intake.FeatureImports;
import codeframe.feature.intake.FeatureUploads;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What is known about images without judging them. */
public final class FeatureWiring {
    private FeatureWiring() {}

    public static void mount(FeatureContext context, JavalinDefaultRoutingApi routes) {
        var sources = context.rows(FeatureSources.class);
        var rows = context.rows(FeatureRows.class);
        var imports = new FeatureImports(context.jdbi());
        var shell = new FeatureImportPages.Shell(context.access(), context.templates());
        new FeatureImportPages(imports, context.rows(FeatureUploads.class), sources, context.events(), shell)
                .mount(routes);
        new FeaturePages(sources, rows, context.events(), context.access(), context.templates()).mount(routes);
        new FeatureApi(sources, rows).mount(routes);
        new FeatureImportApi(imports, context.events()).mount(routes);
    }
}
