package codeframe.codebook;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Starting a draft from a template, a codebook file, or a dictionary of phrases pasted from a notebook. */
public final class CodebookImportPages {
    private final Codebooks codebooks;
    private final RemovedParts removed;
    private final Access access;
    private final Templates templates;

    public CodebookImportPages(Codebooks codebooks, RemovedParts removed, Access access, Templates templates) {
        this.codebooks = codebooks;
        this.removed = removed;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/codebook/import", ctx -> show(ctx, "", List.of()), Role.OWNER);
        routes.post("/projects/{project}/codebook/import", this::read, Role.OWNER);
        routes.post("/projects/{project}/codebook/template", this::template, Role.OWNER);
    }

    private void show(Context ctx, String text, List<Mistake> mistakes) {
        long project = Access.project(ctx).id();
        var empty = codebooks.draft(project).codebook().variables().isEmpty();
        var page = access.page(ctx, "Import a codebook", "codebook");
        ctx.status(mistakes.isEmpty() ? 200 : 422)
                .html(templates
                        .codebookImportFile(page, CodebookPages.base(ctx), empty, text, mistakes)
                        .render());
    }

    private void read(Context ctx) {
        var file = ctx.uploadedFile("file");
        if (file != null && file.size() > 0) {
            if (file.size() > YamlTree.LONGEST_FILE) {
                throw new Problem.TooLarge("A codebook file is smaller than " + YamlTree.LONGEST_FILE / 1_000_000
                        + " MB; this one was not read.");
            }
            try (var content = file.content()) {
                take(ctx, CodebookYaml.read(content.readAllBytes()), "");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        } else {
            var text = ctx.formParam("text") == null ? "" : ctx.formParam("text");
            take(ctx, CodebookYaml.read(text), text);
        }
    }

    private void take(Context ctx, Reading reading, String text) {
        if (reading instanceof Reading.Read read) {
            take(ctx, read.codebook());
        } else {
            show(ctx, text, reading.mistakes());
        }
    }

    private void template(Context ctx) {
        var template = CodebookTemplate.named(Params.text(ctx, "template"))
                .orElseThrow(() -> new Problem.NotFound("template"));
        take(ctx, template.codebook());
    }

    /** Replaces the draft, keeping what was in it for undo, or adds to it. */
    private void take(Context ctx, Codebook imported) {
        long project = Access.project(ctx).id();
        long user = Access.user(ctx).id();
        var replace = !Params.text(ctx, "how").equals("add");
        var before = codebooks.draft(project).codebook();
        codebooks.change(project, user, codebook -> {
            if (replace || codebook.variables().isEmpty()) {
                return imported;
            }
            return DraftEdit.append(codebook, imported);
        });
        if (replace) {
            for (int i = 0; i < before.variables().size(); i++) {
                removed.add(project, user, i, before.variables().get(i));
            }
        }
        int count = imported.variables().size();
        access.redirect(
                ctx,
                CodebookPages.base(ctx),
                count + (count == 1 ? " variable is" : " variables are") + " in the draft now.");
    }
}
