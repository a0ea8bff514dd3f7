package codeframe.wiring;

import codeframe.api.CodebookApi;
import codeframe.codebook.ClosePhrases;
import codeframe.codebook.CodebookImportPages;
import codeframe.codebook.CodebookPages;
import codeframe.codebook.Codebooks;
import codeframe.codebook.DraftPages;
import codeframe.codebook.PublishPages;
import codeframe.codebook.RemovedParts;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The codebook: draft, versions, publishing. */
public final class CodebookWiring {
    private CodebookWiring() {}

    public static void mount(FeatureContext context, ClosePhrases closePhrases, JavalinDefaultRoutingApi routes) {
        var access = context.access();
        var templates = context.templates();
        var codebooks = context.rows(Codebooks.class);
        var removed = context.rows(RemovedParts.class);
        new CodebookPages(codebooks, removed, closePhrases, access, templates).mount(routes);
        new DraftPages(codebooks, removed, access, templates).mount(routes);
        new CodebookImportPages(codebooks, removed, access, templates).mount(routes);
        new PublishPages(codebooks, removed, context.events(), access, templates).mount(routes);
        new CodebookApi(codebooks, context.events()).mount(routes);
    }
}
