package codeframe.image.intake;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.NumberText;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** Shows what a table would change of images that are described already, and does it or lets it be. */
public final class CorrectionPages {
    private static final int PAGE = 50;

    private final Imports imports;
    private final Corrections corrections;
    private final Correcting correcting;
    private final Uploads uploads;
    private final Access access;
    private final Templates templates;

    public CorrectionPages(
            Imports imports,
            Corrections corrections,
            Correcting correcting,
            Uploads uploads,
            Access access,
            Templates templates) {
        this.imports = imports;
        this.corrections = corrections;
        this.correcting = correcting;
        this.uploads = uploads;
        this.access = access;
        this.templates = templates;
    }

    /** @param after where the next page begins, or 0 */
    public record View(
            Import shown,
            List<Corrections.ChangedColumn> columns,
            List<Corrections.Correction> corrections,
            long after) {}

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/imports/{import}/corrections", this::show, Role.VIEWER);
        routes.post("/projects/{project}/imports/{import}/corrections", this::decide, Role.OWNER);
        routes.post("/projects/{project}/imports/{import}/corrections/take-back", this::takeBack, Role.OWNER);
    }

    private void show(Context ctx) {
        var found = ImportPages.find(imports, ctx);
        long after = Params.number(ctx, "after", 0, 0, Long.MAX_VALUE);
        var waiting = corrections.waiting(found.projectId(), found.id(), after, PAGE + 1);
        var shown = waiting.subList(0, Math.min(PAGE, waiting.size()));
        long next = waiting.size() > PAGE ? shown.get(PAGE - 1).id() : 0;
        var view = new View(found, corrections.columns(found.projectId(), found.id()), shown, next);
        ctx.html(templates
                .imageCorrections(access.page(ctx, "Corrections", "images"), view)
                .render());
    }

    private void decide(Context ctx) {
        var found = over(ctx);
        long user = Access.user(ctx).id();
        switch (Params.text(ctx, "decision")) {
            case "replace" ->
                back(ctx, found, "Replaced the metadata of %s.", correcting.replace(found.projectId(), found, user));
            case "keep" ->
                back(ctx, found, "Kept the metadata of %s as it was.", correcting.keep(found.projectId(), found, user));
            default ->
                throw new Problem.Invalid("Choose whether to replace the values or to keep those that are there.");
        }
    }

    private void takeBack(Context ctx) {
        var found = over(ctx);
        long images =
                correcting.takeBack(found.projectId(), found, Access.user(ctx).id());
        uploads.matchAgain(found.id());
        back(ctx, found, "The metadata of %s is as it was before this import.", images);
    }

    private Import over(Context ctx) {
        var found = ImportPages.find(imports, ctx);
        if (found.going() || found.uploading()) {
            throw new Problem.Conflict("This import is still being read. Wait until it is done; nothing was changed.");
        }
        return found;
    }

    private void back(Context ctx, Import found, String said, long images) {
        access.redirect(
                ctx,
                "/projects/%d/imports/%d?as-it-is".formatted(found.projectId(), found.id()),
                said.formatted(NumberText.count(images, "image", "images")));
    }
}
