package codeframe.report.validation;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What a vote is worth, as a piece of its run's page that comes after the rest: it takes a while to compute. */
public final class VotePages {
    private final VoteStudy study;
    private final Templates templates;

    public VotePages(VoteStudy study, Templates templates) {
        this.study = study;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/runs/{run}/worth", this::worth, Role.VIEWER);
    }

    private void worth(Context ctx) {
        var project = Access.project(ctx);
        ctx.html(templates
                .reportVoteOfRun(project.id(), study.worth(project, Params.id(ctx, "run")))
                .render());
    }
}
