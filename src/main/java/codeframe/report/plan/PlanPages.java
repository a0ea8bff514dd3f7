package codeframe.report.plan;

import codeframe.project.Access;
import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.FigureJson;
import codeframe.statistics.agreement.Figure;
import codeframe.templates.Templates;
import codeframe.web.Problem;
import codeframe.web.Role;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.stream.Collectors;

/** How many images to code, before they are coded. */
public final class PlanPages {
    private final PlanStudy plans;
    private final Access access;
    private final Templates templates;

    public PlanPages(PlanStudy plans, Access access, Templates templates) {
        this.plans = plans;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/plan", this::show, Role.VIEWER);
        routes.get("/projects/{project}/plan.csv", this::csv, Role.VIEWER);
        routes.get("/projects/{project}/plan.json", this::json, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/plan.json", this::json, Role.VIEWER);
    }

    private void show(Context ctx) {
        var answer = plans.answer(Access.project(ctx), PlanForm.of(ctx));
        ctx.status(answer.form().isRight() ? 200 : 422);
        ctx.html(templates
                .reportPlan(access.page(ctx, "Plan", "samples"), answer, ctx.queryString())
                .render());
    }

    private PlanStudy.Answer understood(Context ctx) {
        var answer = plans.answer(Access.project(ctx), PlanForm.of(ctx));
        if (!answer.form().isRight()) {
            throw new Problem.Invalid(
                    answer.form().mistakes().stream()
                            .map(Problem.Mistake::message)
                            .collect(Collectors.joining(" ")),
                    answer.form().mistakes());
        }
        return answer;
    }

    private static Figure figure(Planned planned) {
        return planned.units().isPresent()
                ? Figure.count(planned.units().getAsLong())
                : Figure.undefined(planned.reason());
    }

    private void csv(Context ctx) {
        var answer = understood(ctx);
        var text = AgreementCsv.text(csv -> {
            var rows = new AgreementCsv.Rows(csv, answer.form().value("variable"), answer.unit());
            answer.all().forEach(planned -> rows.add("units_" + planned.key(), planned.rests(), 0, figure(planned)));
        });
        ctx.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"plan.csv\"")
                .result(text);
    }

    private void json(Context ctx) {
        var node = JsonNodeFactory.instance.objectNode();
        var answer = understood(ctx);
        answer.all().forEach(planned -> node.set(planned.key(), json(answer.unit(), planned)));
        ctx.json(node);
    }

    private static ObjectNode json(String unit, Planned planned) {
        return FigureJson.of(figure(planned))
                .put("unit", unit)
                .put("what", planned.what())
                .put("restsOn", planned.rests());
    }
}
