package codeframe.api;

import codeframe.project.Access;
import codeframe.report.figures.AgreementJson;
import codeframe.report.figures.ValidationJson;
import codeframe.report.study.AgreementStudy;
import codeframe.report.study.Lens;
import codeframe.report.study.ValidationStudy;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The reports of a project for scripts. */
public final class ReportApi {
    private final AgreementStudy agreement;
    private final ValidationStudy validation;

    public ReportApi(AgreementStudy agreement, ValidationStudy validation) {
        this.agreement = agreement;
        this.validation = validation;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/projects/{project}/agreement.json", this::agreement, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/validation.json", this::validation, Role.VIEWER);
    }

    private void agreement(Context ctx) {
        var lens = Lens.of(ctx);
        var line = agreement.line(Access.project(ctx), Access.user(ctx), lens, Params.query(ctx, "variable"));
        ctx.json(AgreementJson.of(line.report(), lens.words()));
    }

    private void validation(Context ctx) {
        var lens = Lens.of(ctx);
        var project = Access.project(ctx);
        long run = Params.number(ctx, "run", 0, 0, Long.MAX_VALUE);
        long machine = validation.coderOfRun(project.id(), run);
        long gold = Params.number(ctx, "gold", 0, 0, Long.MAX_VALUE);
        var held = validation.held(project, Access.user(ctx), lens, Params.query(ctx, "variable"), machine, gold);
        ctx.json(ValidationJson.of(held.report(), lens.words()));
    }
}
