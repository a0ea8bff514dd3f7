package codeframe.codebook;

import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** From draft to version: what is wrong, what changed, what becomes of codes, a note, and then it never changes again. */
public final class PublishPages {
    private static final int LONGEST_NOTE = 2_000;

    private final Codebooks codebooks;
    private final RemovedParts removed;
    private final Events events;
    private final Access access;
    private final Templates templates;

    public PublishPages(Codebooks codebooks, RemovedParts removed, Events events, Access access, Templates templates) {
        this.codebooks = codebooks;
        this.removed = removed;
        this.events = events;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/codebook/publish", ctx -> show(ctx, "", ""), Role.OWNER);
        routes.post("/projects/{project}/codebook/publish", this::publish, Role.OWNER);
        routes.post("/projects/{project}/codebook/discard", this::discard, Role.OWNER);
    }

    private void show(Context ctx, String note, String mistake) {
        long project = Access.project(ctx).id();
        var draft = codebooks.draft(project);
        var publishing = Publishing.of(draft, codebooks.latest(project), note, mistake);
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(templates
                        .codebookPublish(
                                access.page(ctx, "Publish the codebook", "codebook"),
                                CodebookPages.base(ctx),
                                publishing)
                        .render());
    }

    private void publish(Context ctx) {
        long project = Access.project(ctx).id();
        var note = Params.text(ctx, "note");
        var publishing = Publishing.of(codebooks.draft(project), codebooks.latest(project), note, "");
        if (!publishing.errors().isEmpty()) {
            show(ctx, note, "This draft has mistakes, so it was not published. Correct them first.");
        } else if (publishing.unchanged()) {
            show(ctx, note, "The draft says what the latest version says, so there is nothing to publish.");
        } else if (note.length() > LONGEST_NOTE) {
            show(ctx, note, "The note is longer than " + LONGEST_NOTE + " characters; shorten it.");
        } else {
            int number = codebooks.publishDraft(
                    project, Access.user(ctx).id(), revision(ctx), note, mappings(ctx, publishing));
            events.add(project, Access.user(ctx).id(), "published codebook version " + number);
            access.redirect(
                    ctx,
                    CodebookPages.base(ctx) + "/versions/" + number,
                    "Version " + number + " is published. It can no longer change; the next edit begins a new draft.");
        }
    }

    /** Back to the latest version. What the draft had of its own goes where everything removed goes. */
    private void discard(Context ctx) {
        long project = Access.project(ctx).id();
        var latest = codebooks.latest(project).orElseThrow(() -> new Problem.NotFound("version of the codebook"));
        var published = latest.codebook();
        var own = codebooks.draft(project).codebook().variables().stream()
                .filter(variable -> !published.variables().contains(variable))
                .toList();
        codebooks.dropDraft(project);
        own.forEach(variable -> removed.add(
                project, Access.user(ctx).id(), published.variables().size(), variable));
        access.redirect(
                ctx,
                CodebookPages.base(ctx),
                "The draft is version " + latest.number()
                        + " again. What it had of its own stands under \"Recently removed\".");
    }

    private static int revision(Context ctx) {
        var text = Params.text(ctx, "revision");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static List<Mapping> mappings(Context ctx, Publishing publishing) {
        return publishing.gone().stream()
                .map(gone -> new Mapping(
                        gone.variable(), gone.category(), publishing.allowed(gone, Params.text(ctx, gone.field()))))
                .toList();
    }
}
