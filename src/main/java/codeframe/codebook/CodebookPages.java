package codeframe.codebook;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reading the codebook: the draft in its editor for owners, published versions and what changed for everybody. */
public final class CodebookPages {
    private final Codebooks codebooks;
    private final RemovedParts removed;
    private final ClosePhrases closePhrases;
    private final Access access;
    private final Templates templates;

    public CodebookPages(
            Codebooks codebooks, RemovedParts removed, ClosePhrases closePhrases, Access access, Templates templates) {
        this.codebooks = codebooks;
        this.removed = removed;
        this.closePhrases = closePhrases;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/codebook", this::codebook, Role.VIEWER);
        routes.get("/projects/{project}/codebook/close-phrases", this::closePhrases, Role.OWNER);
        routes.get("/projects/{project}/codebook/draft.yaml", this::draftYaml, Role.OWNER);
        routes.get("/projects/{project}/codebook/versions", this::versions, Role.VIEWER);
        routes.get("/projects/{project}/codebook/versions/{version}", this::version, Role.VIEWER);
        routes.get("/projects/{project}/codebook/versions/{version}/codebook.yaml", this::versionYaml, Role.VIEWER);
        routes.get("/projects/{project}/codebook/changes", this::changes, Role.VIEWER);
    }

    static String base(Context ctx) {
        return "/projects/" + Access.project(ctx).id() + "/codebook";
    }

    private void codebook(Context ctx) {
        if (Access.project(ctx).asRole() == Role.OWNER) {
            editor(ctx);
        } else {
            latest(ctx);
        }
    }

    private void editor(Context ctx) {
        long project = Access.project(ctx).id();
        var draft = codebooks.draft(project);
        var codebook = draft.codebook();
        var page = access.page(ctx, "Codebook", "codebook");
        if (codebook.variables().isEmpty() && ctx.queryParam("variable") == null) {
            ctx.html(templates
                    .codebookStart(page, base(ctx), removed.latest(project))
                    .render());
        } else {
            var selected = selected(ctx, codebook);
            var fixed = new FixedKeys(codebooks.publishedKeys(project));
            var editor = Editor.of(base(ctx), draft, selected, fixed, removed.latest(project));
            ctx.html(templates.codebookEditor(page, editor).render());
        }
    }

    /** The variable that the address names, or the first; none where the address asks what the codebook is about. */
    private static String selected(Context ctx, Codebook codebook) {
        var asked = ctx.queryParam("variable");
        if (asked != null && (asked.isEmpty() || codebook.variable(asked).isPresent())) {
            return asked;
        }
        return codebook.variables().stream().map(Variable::key).findFirst().orElse("");
    }

    private void latest(Context ctx) {
        var page = access.page(ctx, "Codebook", "codebook");
        var latest = codebooks.latest(Access.project(ctx).id());
        ctx.html(
                latest.isPresent()
                        ? templates
                                .codebookVersion(page, base(ctx), latest.get(), true)
                                .render()
                        : templates.codebookVersions(page, base(ctx), List.of()).render());
    }

    /** Apart from the other checks, because the vectors may have to be computed first. */
    private void closePhrases(Context ctx) {
        var codebook = codebooks.draft(Access.project(ctx).id()).codebook();
        ctx.html(
                templates.codebookFindings(base(ctx), closePhrases.of(codebook)).render());
    }

    private void versions(Context ctx) {
        var page = access.page(ctx, "Versions of the codebook", "codebook");
        ctx.html(templates
                .codebookVersions(
                        page, base(ctx), codebooks.versions(Access.project(ctx).id()))
                .render());
    }

    private void version(Context ctx) {
        var version = find(ctx);
        var page = access.page(ctx, "Codebook version " + version.number(), "codebook");
        boolean latest = codebooks
                .latest(Access.project(ctx).id())
                .filter(one -> one.number() == version.number())
                .isPresent();
        ctx.html(templates.codebookVersion(page, base(ctx), version, latest).render());
    }

    private void versionYaml(Context ctx) {
        var version = find(ctx);
        yaml(ctx, version.codebook(), "codebook-v" + version.number() + ".yaml");
    }

    private void draftYaml(Context ctx) {
        yaml(ctx, codebooks.draft(Access.project(ctx).id()).codebook(), "codebook-draft.yaml");
    }

    private static void yaml(Context ctx, Codebook codebook, String name) {
        ctx.contentType("application/yaml; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(CodebookYaml.write(codebook).getBytes(StandardCharsets.UTF_8));
    }

    private Version find(Context ctx) {
        return find(ctx, (int) Params.id(ctx, "version"));
    }

    private Version find(Context ctx, int number) {
        return codebooks
                .version(Access.project(ctx).id(), number)
                .orElseThrow(() -> new Problem.NotFound("version of the codebook"));
    }

    /** From one version to another, the latest two unless named. */
    private void changes(Context ctx) {
        long project = Access.project(ctx).id();
        var versions = codebooks.versions(project);
        if (versions.isEmpty()) {
            throw new Problem.NotFound("version of the codebook");
        }
        int newest = versions.get(0).number();
        int to = (int) Params.number(ctx, "to", newest, 1, newest);
        int from = (int) Params.number(ctx, "from", Math.max(1, to - 1), 1, newest);
        var page = access.page(ctx, "Changes of the codebook", "codebook");
        var changes = CodebookDiff.of(find(ctx, from).codebook(), find(ctx, to).codebook());
        ctx.html(templates
                .codebookChanges(page, base(ctx), versions, from, to, changes, codebooks.mappings(project, to))
                .render());
    }
}
