package codeframe.administration;

import codeframe.templates.Templates;
import codeframe.user.AccountEvents;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;

/** How the installation does: projects and their size, database and disk, nodes, jobs, and what happened to accounts. */
public final class InstallationPages {
    private static final int MOST = 300;

    private final InstallationFacts facts;
    private final AccountEvents events;
    private final AdministrationView view;
    private final Templates templates;
    private final Clock clock;

    public InstallationPages(
            InstallationFacts facts, AccountEvents events, AdministrationView view, Templates templates, Clock clock) {
        this.facts = facts;
        this.events = events;
        this.view = view;
        this.templates = templates;
        this.clock = clock;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(AdministrationView.HOME + "/projects", this::projects, Role.ADMIN);
        routes.get(AdministrationView.HOME + "/system", this::system, Role.ADMIN);
        routes.get(AdministrationView.HOME + "/jobs", this::jobs, Role.ADMIN);
        routes.get(AdministrationView.HOME + "/history", this::history, Role.ADMIN);
    }

    private void projects(Context ctx) {
        ctx.html(templates
                .administrationProjects(
                        view.page(ctx, "Projects"), facts.installation().projects(MOST))
                .render());
    }

    private void system(Context ctx) {
        ctx.html(templates
                .administrationSystem(view.page(ctx, "System"), facts.system())
                .render());
    }

    private void jobs(Context ctx) {
        ctx.html(templates
                .administrationJobs(view.page(ctx, "Jobs"), facts.jobs(), clock.instant())
                .render());
    }

    private void history(Context ctx) {
        ctx.html(templates
                .administrationHistory(view.page(ctx, "History"), events.latest(MOST))
                .render());
    }
}
