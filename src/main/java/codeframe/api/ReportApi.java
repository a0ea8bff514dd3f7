package codeframe.api;

import codeframe.project.Access;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.agreement.OpenedFiles;
import codeframe.report.study.AgreementOptions;
import codeframe.report.validation.ValidatedJson;
import codeframe.report.validation.ValidationQuestion;
import codeframe.report.validation.ValidationStudy;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

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
        var key = Params.query(ctx, "variable");
        ctx.json(OpenedFiles.json(
                agreement.opened(Access.project(ctx), Access.user(ctx), AgreementOptions.of(ctx), key)));
    }

    /** {@code run} names a run by its number, {@code coder} any coders; one of the two is needed. */
    private void validation(Context ctx) {
        var project = Access.project(ctx);
        var question = ValidationQuestion.of(ctx);
        long run = Params.number(ctx, "run", 0, 0, Long.MAX_VALUE);
        if (run > 0 || question.machines().isEmpty()) {
            question = question.with(List.of(validation.coderOfRun(project.id(), run)));
        }
        ctx.json(ValidatedJson.of(validation.held(project, Access.user(ctx), question)));
    }
}
