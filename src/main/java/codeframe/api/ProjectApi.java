package codeframe.api;

import codeframe.project.Access;
import codeframe.project.ProjectPages;
import codeframe.project.Projects;
import codeframe.web.Body;
import codeframe.web.Problem;
import codeframe.web.Release;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Projects for scripts, and whether the program is well. */
public final class ProjectApi {
    private final Projects projects;
    private final Health health;

    /** Answers when the database does. */
    public interface Health {
        boolean ok();

        static Health of(Jdbi jdbi) {
            return () -> jdbi.withHandle(handle ->
                    handle.createQuery("select true").mapTo(Boolean.class).one());
        }
    }

    record Entry(long id, String name, String role) {}

    record Created(long id, String name) {}

    record State(String status, String version) {}

    public ProjectApi(Projects projects, Health health) {
        this.projects = projects;
        this.health = health;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/health", this::health, Role.ANYONE);
        routes.get("/api/v1/projects", this::list, Role.SIGNED_IN);
        routes.post("/api/v1/projects", this::create, Role.SIGNED_IN);
    }

    private void health(Context ctx) {
        boolean ok;
        try {
            ok = health.ok();
        } catch (RuntimeException e) {
            ok = false;
        }
        if (!ok) {
            throw new Problem.Unavailable("The database does not answer.");
        }
        ctx.json(new State("ok", Release.version()));
    }

    private void list(Context ctx) {
        List<Entry> entries = projects.ofUser(Access.user(ctx).id()).stream()
                .map(project -> new Entry(project.id(), project.name(), project.role()))
                .toList();
        ctx.json(entries);
    }

    private void create(Context ctx) {
        var name = Body.json(ctx, Set.of("name")).path("name").asText("").strip();
        var mistake = ProjectPages.mistakeInName(name);
        if (!mistake.isEmpty()) {
            throw new Problem.Invalid(mistake, List.of(new Problem.Mistake("name", 0, mistake)));
        }
        var project = projects.create(name, Access.user(ctx).id());
        ctx.status(201).json(new Created(project.id(), project.name()));
    }
}
