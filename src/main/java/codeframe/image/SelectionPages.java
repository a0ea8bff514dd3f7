package codeframe.image;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Saving what the gallery shows, or what was ticked in it, under a name. */
public final class SelectionPages {
    private static final int LONGEST_NAME = 200;

    private final SavedSelections selections;
    private final Access access;
    private final Templates templates;

    public SelectionPages(SavedSelections selections, Access access, Templates templates) {
        this.selections = selections;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/selections", this::list, Role.VIEWER);
        routes.post("/projects/{project}/selections", this::save, Role.CODER);
    }

    private static String path(Context ctx) {
        return "/projects/" + Access.project(ctx).id() + "/selections";
    }

    private void list(Context ctx) {
        var saved = selections.selections(Access.project(ctx).id());
        ctx.html(templates
                .imageSelections(access.page(ctx, "Selections", "images"), saved)
                .render());
    }

    /** Ticked pictures go before the filter in which they were ticked. */
    private void save(Context ctx) {
        var name = Params.text(ctx, "name");
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new Problem.Invalid(
                    "Give the selection a name of one line and at most " + LONGEST_NAME + " characters.");
        }
        long project = Access.project(ctx).id();
        long user = Access.user(ctx).id();
        var ticked =
                ctx.formParams("image").stream().map(SelectionPages::number).toArray(Long[]::new);
        var query = ImageFilter.fromQuery(Params.text(ctx, "query")).toQuery();
        if (ticked.length > 0) {
            selections.saveTicked(project, user, name, ticked);
        } else if (!query.isEmpty()) {
            selections.saveFilter(project, user, name, query);
        } else {
            throw new Problem.Invalid("Tick pictures or filter first: all images need no name.");
        }
        access.redirect(ctx, path(ctx), "Saved as \"" + name + "\".");
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Problem.Invalid("A picture is named by its number, not by \"" + text + "\".");
        }
        return Long.parseLong(text);
    }
}
