package codeframe.project;

import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The list of projects, a project's home, its settings and its audit trail. */
public final class ProjectPages {
    private final Projects projects;
    private final Pictures pictures;
    private final NextSteps next;
    private final Events events;
    private final Access access;
    private final Templates templates;

    /** What is shown of projects: themselves, a few pictures, what is next, and what happened. */
    public record Shown(Projects projects, Pictures pictures, NextSteps next, Events events) {}

    public ProjectPages(Shown shown, Access access, Templates templates) {
        projects = shown.projects();
        pictures = shown.pictures();
        next = shown.next();
        events = shown.events();
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/", ctx -> list(ctx, "", ""), Role.SIGNED_IN);
        routes.post("/projects", this::create, Role.SIGNED_IN);
        routes.get("/projects/{project}", this::home, Role.VIEWER);
        routes.get("/projects/{project}/settings", ctx -> settings(ctx, ""), Role.OWNER);
        routes.post("/projects/{project}/settings", this::rename, Role.OWNER);
        routes.post("/projects/{project}/delete", this::delete, Role.OWNER);
        routes.get("/projects/{project}/history", this::history, Role.OWNER);
    }

    private void list(Context ctx, String name, String mistake) {
        long user = Access.user(ctx).id();
        var mine = projects.ofUser(user);
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(templates
                        .projectList(
                                access.page(ctx, "Projects", "projects"),
                                mine,
                                next.coding(user),
                                pictures.ofUser(user, 4),
                                name,
                                mistake)
                        .render());
    }

    private void create(Context ctx) {
        var name = Params.text(ctx, "name");
        var mistake = mistakeInName(name);
        if (mistake.isEmpty()) {
            var project = projects.create(name, Access.user(ctx).id());
            events.add(project.id(), Access.user(ctx).id(), "created the project");
            ctx.redirect("/projects/" + project.id());
        } else {
            list(ctx, name, mistake);
        }
    }

    /** What is wrong with a project's name, or an empty text. */
    public static String mistakeInName(String name) {
        return name.isEmpty() || name.length() > 200 ? "Give the project a name of at most 200 characters." : "";
    }

    private void home(Context ctx) {
        var project = Access.project(ctx);
        var page = access.page(ctx, project.name(), "home");
        long id = project.id();
        var progress = projects.progress(id);
        var steps = next.of(project, Access.user(ctx).id(), progress);
        ctx.html(templates
                .projectHome(page, project, steps, progress, pictures.latest(id, 8), events.latest(id, 8))
                .render());
    }

    private void settings(Context ctx, String mistake) {
        var project = Access.project(ctx);
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(templates
                        .projectSettings(access.page(ctx, "Settings", "settings"), project, mistake)
                        .render());
    }

    private void rename(Context ctx) {
        var name = Params.text(ctx, "name");
        var mistake = mistakeInName(name);
        if (!mistake.isEmpty()) {
            settings(ctx, mistake);
            return;
        }
        var project = Access.project(ctx);
        projects.rename(project.id(), name);
        events.add(project.id(), Access.user(ctx).id(), "renamed the project to \"" + name + "\"");
        access.redirect(ctx, "/projects/" + project.id() + "/settings", "The project is renamed.");
    }

    private void delete(Context ctx) {
        var project = Access.project(ctx);
        if (!Params.text(ctx, "name").equals(project.name().strip())) {
            settings(ctx, "To delete the project, type its name exactly as it is shown. Nothing was deleted.");
            return;
        }
        projects.delete(project.id());
        access.redirect(ctx, "/", "The project \"" + project.name() + "\" is deleted.");
    }

    private void history(Context ctx) {
        var project = Access.project(ctx);
        var page = access.page(ctx, "History", "settings");
        ctx.html(templates
                .projectHistory(page, project, events.latest(project.id(), 500))
                .render());
    }
}
