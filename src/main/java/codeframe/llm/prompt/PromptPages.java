package codeframe.llm.prompt;

import codeframe.codebook.Codebook;
import codeframe.codebook.Codebooks;
import codeframe.codebook.Version;
import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/** The prompt beside the codebook: what a model is asked, with its tokens, and the parts to rewrite. */
public final class PromptPages {
    private final Codebooks codebooks;
    private final PromptEdits edits;
    private final Access access;
    private final Templates templates;

    public PromptPages(Codebooks codebooks, PromptEdits edits, Access access, Templates templates) {
        this.codebooks = codebooks;
        this.edits = edits;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/codebook/prompt", this::prompt, Role.VIEWER);
        routes.post("/projects/{project}/codebook/prompt", this::save, Role.OWNER);
        routes.post("/projects/{project}/codebook/prompt/reset", this::reset, Role.OWNER);
    }

    private static String path(Context ctx) {
        return "/projects/" + Access.project(ctx).id() + "/codebook/prompt";
    }

    private void prompt(Context ctx) {
        var view = view(ctx, edits.edits(Access.project(ctx).id()), Params.query(ctx, "part"));
        ctx.html(templates
                .llmPrompt(access.page(ctx, "Prompt", "codebook"), view)
                .render());
    }

    /** Owners may look at the draft; everybody else sees what is published. */
    private PromptView view(Context ctx, List<PromptEdits.Edit> edited, String open) {
        var project = Access.project(ctx);
        var latest = codebooks.latest(project.id());
        boolean owner = project.asRole() == Role.OWNER;
        var form = PromptForm.of(ctx, latest.isEmpty() && owner ? "draft" : "published");
        boolean draft = form.draft() && owner;
        var codebook = draft
                ? codebooks.draft(project.id()).codebook()
                : latest.map(Version::codebook).orElse(Codebook.blank(""));
        int version = latest.map(Version::number).orElse(0);
        var parts = PromptView.parts(codebook, edited, open);
        var left = edited.stream()
                .filter(edit ->
                        parts.stream().noneMatch(part -> part.part().name().equals(edit.name())))
                .toList();
        return new PromptView(
                new PromptForm(draft ? "draft" : "published", form.options()),
                codebook,
                draft ? 0 : version,
                version,
                parts,
                left,
                askings(codebook, parts, form.options(), version));
    }

    private static List<Asking> askings(
            Codebook codebook, List<PromptView.Part> parts, PromptOptions options, int version) {
        var texts = new PromptParts(parts.stream().map(PromptView.Part::part).toList());
        var prompt = RunPrompt.of(texts, options, version, List.of());
        return new Askings(prompt, codebook.variables(), 0).preview();
    }

    private void save(Context ctx) {
        long project = Access.project(ctx).id();
        var edited = edits.edits(project);
        var name = Params.text(ctx, "part");
        var codebook = view(ctx, edited, name).codebook();
        var generated =
                PromptParts.of(codebook).part(name).orElseThrow(() -> new Problem.NotFound("part of the prompt"));
        var typed = generated.withText(Params.text(ctx, "text").replace("\r\n", "\n"));
        var mistake = PartChecks.mistake(typed, codebook);
        if (mistake.isPresent()) {
            refuse(ctx, edited, typed, mistake.get());
        } else if (typed.equals(generated)) {
            edits.reset(project, name);
            back(ctx, typed.title() + " is as the codebook gives it.");
        } else {
            edits.put(
                    project,
                    name,
                    typed.text(),
                    generated.text(),
                    Access.user(ctx).id());
            back(ctx, typed.title() + " is saved. It is what runs from now on are asked with.");
        }
    }

    /** The same page, with what was typed and what is wrong with it; the requests stay as they are saved. */
    private void refuse(Context ctx, List<PromptEdits.Edit> edited, PromptPart typed, String mistake) {
        var view = view(ctx, edited, typed.name());
        var parts = view.parts().stream()
                .map(part -> part.part().name().equals(typed.name())
                        ? new PromptView.Part(typed, part.generated(), part.edit(), true, mistake)
                        : part)
                .toList();
        var shown = new PromptView(
                view.form(), view.codebook(), view.version(), view.published(), parts, view.left(), view.askings());
        ctx.status(422)
                .html(templates
                        .llmPrompt(access.page(ctx, "Prompt", "codebook"), shown)
                        .render());
    }

    /** One part, or all of them where none is named. */
    private void reset(Context ctx) {
        long project = Access.project(ctx).id();
        var name = Optional.of(Params.text(ctx, "part")).filter(part -> !part.isEmpty());
        int gone = name.map(part -> edits.reset(project, part)).orElseGet(() -> edits.resetAll(project));
        back(ctx, gone == 0 ? "Nothing had been rewritten." : "The text is again the one that the codebook gives.");
    }

    private void back(Context ctx, String notice) {
        var query = ctx.queryString() == null
                ? ""
                : "?" + PromptForm.of(ctx, "published").toQuery();
        access.redirect(ctx, path(ctx) + query, notice);
    }
}
