package codeframe.run;

import codeframe.image.CodedVariableRows;
import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Links;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Set;

/** Choosing what an earlier coder left open, for a new run of any kind. */
public final class CascadePages {
    /** What asks no model for codes. */
    private static final Set<String> WITHOUT = Set.of("vote", "caption");

    private final Classifiers classifiers;
    private final CodedVariableRows coded;
    private final Access access;
    private final Templates templates;

    public CascadePages(Classifiers classifiers, CodedVariableRows coded, Access access, Templates templates) {
        this.classifiers = classifiers;
        this.coded = coded;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/cascades/new", this::form, Role.OWNER);
    }

    private void form(Context ctx) {
        long project = Access.project(ctx).id();
        var kinds = classifiers.kinds().stream()
                .filter(kind -> !WITHOUT.contains(kind))
                .toList();
        var form = CascadeForm.of(ctx, coded.coded(project, Access.user(ctx).id()), kinds);
        if (!form.sent()) {
            show(ctx, form);
            return;
        }
        try {
            var path = classifiers
                    .ofKind(form.kind())
                    .orElseThrow(() -> new Problem.Invalid("Choose what is asked next."))
                    .newRunPath();
            var left = Links.encode(form.left().toString());
            ctx.redirect("/projects/" + project + path + others(ctx) + "left=" + left, HttpStatus.SEE_OTHER);
        } catch (Problem.Invalid e) {
            show(ctx.status(422), form.with(e.getMessage()));
        }
    }

    /** What else the gallery's filter chose. */
    private static String others(Context ctx) {
        var filter = ImageFilter.fromQuery(ctx.queryParam("images")).toQuery();
        return "?" + (filter.isEmpty() ? "" : filter + "&");
    }

    private void show(Context ctx, CascadeForm form) {
        ctx.html(templates
                .runCascade(
                        access.page(ctx, "Cascade", "runs"),
                        form,
                        ImageFilter.fromQuery(ctx.queryParam("images")).toQuery())
                .render());
    }
}
