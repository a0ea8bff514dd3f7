package codeframe.report.study;

import codeframe.project.Access;
import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.ValidationCsv;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** How far coders agree, and how far a machine may be trusted, in a project. */
public final class AgreementPages {
    private static final String CSV = "text/csv; charset=utf-8";

    private final AgreementStudy agreement;
    private final ValidationStudy validation;
    private final Access access;
    private final Templates templates;

    public AgreementPages(AgreementStudy agreement, ValidationStudy validation, Access access, Templates templates) {
        this.agreement = agreement;
        this.validation = validation;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/agreement", this::strip, Role.VIEWER);
        routes.get("/projects/{project}/agreement.csv", this::stripCsv, Role.VIEWER);
        routes.get("/projects/{project}/agreement/{variable}", this::variable, Role.VIEWER);
        routes.get("/projects/{project}/validation", this::validation, Role.VIEWER);
    }

    private void strip(Context ctx) {
        var strip = agreement.strip(Access.project(ctx), Access.user(ctx), Lens.of(ctx));
        var page = access.page(ctx, "Agreement", "agreement");
        ctx.html(templates.reportStrip(page, Access.project(ctx).id(), strip).render());
    }

    private void stripCsv(Context ctx) {
        var strip = agreement.strip(Access.project(ctx), Access.user(ctx), Lens.of(ctx));
        var csv = AgreementCsv.text(writer -> strip.lines()
                .forEach(line -> AgreementCsv.write(writer, line.variable().key(), line.report())));
        ctx.contentType(CSV)
                .header("Content-Disposition", "attachment; filename=\"agreement.csv\"")
                .result(csv);
    }

    private void variable(Context ctx) {
        var lens = Lens.of(ctx);
        var line = agreement.line(Access.project(ctx), Access.user(ctx), lens, ctx.pathParam("variable"));
        var page = access.page(ctx, line.variable().label(), "agreement");
        ctx.html(templates
                .reportVariable(page, Access.project(ctx).id(), lens, line)
                .render());
    }

    private void validation(Context ctx) {
        var project = Access.project(ctx);
        var user = Access.user(ctx);
        var page = access.page(ctx, "Validation", "validation");
        var key = Params.query(ctx, "variable");
        long machine = Params.number(ctx, "coder", 0, 0, Long.MAX_VALUE);
        long gold = Params.number(ctx, "gold", 0, 0, Long.MAX_VALUE);
        Optional<ValidationStudy.Held> held = Optional.empty();
        var mistake = "";
        if (!key.isEmpty() && machine > 0) {
            try {
                held = Optional.of(validation.held(project, user, Lens.of(ctx), key, machine, gold));
            } catch (Problem.Invalid e) {
                mistake = e.getMessage();
            }
        }
        if (held.isPresent() && Params.query(ctx, "as").equals("csv")) {
            ctx.contentType(CSV)
                    .header("Content-Disposition", "attachment; filename=\"validation.csv\"")
                    .result(ValidationCsv.of(key, held.get().report()));
        } else {
            var form = new ValidationForm(
                    key, machine, gold, mistake, validation.variables(project.id()), validation.coders(project, user));
            ctx.html(templates.reportHeld(page, project.id(), form, held).render());
        }
    }
}
