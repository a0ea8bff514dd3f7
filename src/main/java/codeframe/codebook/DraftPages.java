package codeframe.codebook;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Links;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.UnaryOperator;

/** Writing the draft: every change is saved as it is made, and every removal can be undone. */
public final class DraftPages {
    private final Codebooks codebooks;
    private final RemovedParts removed;
    private final Access access;
    private final Templates templates;

    public DraftPages(Codebooks codebooks, RemovedParts removed, Access access, Templates templates) {
        this.codebooks = codebooks;
        this.removed = removed;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/projects/{project}/codebook/about", this::about, Role.OWNER);
        routes.post("/projects/{project}/codebook/variables", this::add, Role.OWNER);
        routes.post("/projects/{project}/codebook/variable", this::save, Role.OWNER);
        routes.post("/projects/{project}/codebook/variables/{variable}/move", this::move, Role.OWNER);
        routes.post("/projects/{project}/codebook/variables/{variable}/duplicate", this::duplicate, Role.OWNER);
        routes.post("/projects/{project}/codebook/variables/{variable}/remove", this::remove, Role.OWNER);
        routes.post("/projects/{project}/codebook/removed/{removed}/restore", this::restore, Role.OWNER);
    }

    private void about(Context ctx) {
        var draft = change(
                ctx,
                codebook -> new Codebook(
                        Params.text(ctx, "name"),
                        Params.text(ctx, "objective"),
                        Params.text(ctx, "language"),
                        codebook.variables()));
        answer(ctx, draft, "");
    }

    private void add(Context ctx) {
        var draft = change(ctx, DraftEdit::add);
        var variables = draft.codebook().variables();
        open(ctx, variables.get(variables.size() - 1).key());
    }

    private void save(Context ctx) {
        var form = VariableForm.of(ctx);
        var fixed = fixed(ctx);
        var before = codebooks.draft(Access.project(ctx).id()).codebook();
        DraftEdit.position(before, form.was());
        var mistakes = form.mistakes(before, fixed);
        if (mistakes.isEmpty()) {
            var typed = form.keyed(before, fixed);
            var acted = CategoryAction.on(form);
            var draft = change(ctx, codebook -> DraftEdit.save(codebook, acted, fixed));
            answer(ctx, draft, acted, typed.key(), keepRemoved(ctx, form, typed));
        } else {
            ctx.status(422).html(templates.codebookRefused(mistakes).render());
        }
    }

    /** A category taken out by its button is kept for undo; its number there, 0 where nothing was removed. */
    private long keepRemoved(Context ctx, VariableForm form, Variable typed) {
        int place = CategoryAction.removes(form);
        if (place < 0) {
            return 0;
        }
        var category = typed.categories().get(place);
        return removed.add(Access.project(ctx).id(), Access.user(ctx).id(), typed.key(), place, category);
    }

    private void answer(Context ctx, Draft draft, VariableForm form, String key, long undo) {
        if (fromHtmx(ctx)) {
            var page = access.page(ctx, "Codebook", "codebook");
            ctx.header("HX-Replace-Url", address(ctx, key));
            ctx.html(templates
                    .codebookSaved(page, editor(ctx, draft, key), form, undo)
                    .render());
        } else {
            open(ctx, key);
        }
    }

    private void move(Context ctx) {
        var key = ctx.pathParam("variable");
        int to = Params.text(ctx, "to").matches("\\d{1,4}") ? Integer.parseInt(Params.text(ctx, "to")) : 0;
        answer(ctx, change(ctx, codebook -> DraftEdit.move(codebook, key, to)), Params.text(ctx, "selected"));
    }

    private void duplicate(Context ctx) {
        var key = ctx.pathParam("variable");
        var codebook = change(ctx, current -> DraftEdit.duplicate(current, key)).codebook();
        open(ctx, codebook.variables().get(codebook.position(key) + 1).key());
    }

    private void remove(Context ctx) {
        var key = ctx.pathParam("variable");
        long project = Access.project(ctx).id();
        var before = codebooks.draft(project).codebook();
        int position = DraftEdit.position(before, key);
        var variable = before.variables().get(position);
        change(ctx, codebook -> DraftEdit.remove(codebook, key));
        removed.add(project, Access.user(ctx).id(), position, variable);
        access.redirect(
                ctx,
                CodebookPages.base(ctx),
                (variable.label().isEmpty() ? "The unnamed variable" : "\"" + variable.label() + "\"")
                        + " was removed. It can be put back under \"Recently removed\".");
    }

    private void restore(Context ctx) {
        long project = Access.project(ctx).id();
        var part = removed.find(project, Params.id(ctx, "removed"))
                .orElseThrow(() -> new Problem.NotFound("removed part"));
        var draft = change(ctx, codebook -> DraftEdit.restore(codebook, part));
        removed.forget(project, part.id());
        var variables = draft.codebook().variables();
        open(
                ctx,
                part.isCategory()
                        ? part.variable()
                        : variables
                                .get(Math.min(part.position(), variables.size() - 1))
                                .key());
    }

    private Draft change(Context ctx, UnaryOperator<Codebook> edit) {
        return codebooks.change(Access.project(ctx).id(), Access.user(ctx).id(), edit);
    }

    private FixedKeys fixed(Context ctx) {
        return new FixedKeys(codebooks.publishedKeys(Access.project(ctx).id()));
    }

    private void answer(Context ctx, Draft draft, String selected) {
        if (fromHtmx(ctx)) {
            var page = access.page(ctx, "Codebook", "codebook");
            ctx.html(
                    templates.codebookBeside(page, editor(ctx, draft, selected)).render());
        } else {
            open(ctx, selected);
        }
    }

    private Editor editor(Context ctx, Draft draft, String selected) {
        return Editor.of(
                CodebookPages.base(ctx),
                draft,
                selected,
                fixed(ctx),
                removed.latest(Access.project(ctx).id()));
    }

    private static void open(Context ctx, String variable) {
        ctx.redirect(address(ctx, variable), HttpStatus.SEE_OTHER);
    }

    private static String address(Context ctx, String variable) {
        return CodebookPages.base(ctx) + "?variable=" + Links.encode(variable);
    }

    private static boolean fromHtmx(Context ctx) {
        return ctx.header("HX-Request") != null;
    }
}
