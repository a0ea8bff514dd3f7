package codeframe;

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
final class CodebookWiring {
    private CodebookWiring() {}

    static void mount(Kit kit, ClosePhrases closePhrases, JavalinDefaultRoutingApi routes) {
        var access = kit.access();
        var templates = kit.templates();
        var codebooks = kit.rows(Codebooks.class);
        var removed = kit.rows(RemovedParts.class);
        new CodebookPages(codebooks, removed, closePhrases, access, templates).mount(routes);
        new DraftPages(codebooks, removed, access, templates).mount(routes);
        new CodebookImportPages(codebooks, removed, access, templates).mount(routes);
        new PublishPages(codebooks, removed, kit.events(), access, templates).mount(routes);
        new CodebookApi(codebooks, kit.events()).mount(routes);
    }
}
