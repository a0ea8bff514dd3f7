package codeframe.report.calculator;

import codeframe.db.Json;
import codeframe.project.Access;
import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.AgreementJson;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.AgreementReport;
import codeframe.report.figures.ValidationCsv;
import codeframe.report.figures.ValidationJson;
import codeframe.report.figures.ValidationReport;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.Optional;

/** The calculators in the browser: the same reports for a pasted or uploaded table, outside any project. */
public final class CalculatorPages {
    private final Calculator calculator;
    private final Access access;
    private final Templates templates;

    public CalculatorPages(Calculator calculator, Access access, Templates templates) {
        this.calculator = calculator;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/calculator", ctx -> agreement(ctx, CalculatorForm.empty(), Optional.empty()), Role.SIGNED_IN);
        routes.post("/calculator", this::compute, Role.SIGNED_IN);
        routes.get(
                "/calculator/validation",
                ctx -> validation(ctx, CalculatorForm.empty(), Optional.empty()),
                Role.SIGNED_IN);
        routes.post("/calculator/validation", this::judge, Role.SIGNED_IN);
    }

    private void compute(Context ctx) throws IOException {
        var form = CalculatorForm.of(ctx);
        try (var table = calculator.taken(CalculatorForm.content(ctx))) {
            var computed = calculator.agreement(table, form.table().choices(), form.parameters());
            var report = computed.report();
            switch (Params.text(ctx, "as")) {
                case "json" ->
                    attach(
                            ctx,
                            "agreement.json",
                            Json.of(AgreementJson.of(report, computed.allNotes()))
                                    .text());
                case "csv" -> attach(ctx, "agreement.csv", AgreementCsv.of("", report, computed.allNotes()));
                default -> agreement(ctx, form, Optional.of(computed));
            }
        } catch (Problem.Invalid | Problem.TooLarge e) {
            agreement(ctx.status(e.status()), form.wrong(e), Optional.empty());
        }
    }

    private void judge(Context ctx) throws IOException {
        var form = CalculatorForm.of(ctx);
        try (var table = calculator.taken(CalculatorForm.content(ctx))) {
            var asked = new AgreementQuestion("", AgreementQuestion.DEFAULT.replicates(), form.seedNumber());
            var computed = calculator.validation(table, form.table().choices(), form.abstentions(), asked);
            var report = computed.report();
            switch (Params.text(ctx, "as")) {
                case "json" ->
                    attach(
                            ctx,
                            "validation.json",
                            Json.of(ValidationJson.of(report, computed.allNotes()))
                                    .text());
                case "csv" -> attach(ctx, "validation.csv", ValidationCsv.of("", report, computed.allNotes()));
                default -> validation(ctx, form, Optional.of(computed));
            }
        } catch (Problem.Invalid | Problem.TooLarge e) {
            validation(ctx.status(e.status()), form.wrong(e), Optional.empty());
        }
    }

    private static void attach(Context ctx, String name, String content) {
        ctx.contentType(name.endsWith("json") ? "application/json" : "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(content);
    }

    private void agreement(Context ctx, CalculatorForm form, Optional<Calculator.Computed<AgreementReport>> computed) {
        var page = access.openPage(ctx, "Agreement calculator", "calculator");
        ctx.html(templates.reportCalculator(page, form, computed).render());
    }

    private void validation(
            Context ctx, CalculatorForm form, Optional<Calculator.Computed<ValidationReport>> computed) {
        var page = access.openPage(ctx, "Validation calculator", "calculator");
        ctx.html(templates.reportValidationCalculator(page, form, computed).render());
    }
}
