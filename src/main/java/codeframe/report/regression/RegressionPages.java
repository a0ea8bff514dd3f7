package codeframe.report.regression;

import codeframe.project.Access;
import codeframe.report.study.ReportFiles;
import codeframe.report.validation.ValidationStudy;
import codeframe.templates.Templates;
import codeframe.web.FileDownload;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Regressions with machine-coded variables, from the labels of a run to corrected coefficients. */
public final class RegressionPages {
    private final RegressionStudy study;
    private final ValidationStudy validation;
    private final ReportFiles files;
    private final Access access;
    private final Templates templates;

    public RegressionPages(
            RegressionStudy study, ValidationStudy validation, ReportFiles files, Access access, Templates templates) {
        this.study = study;
        this.validation = validation;
        this.files = files;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        var path = "/projects/{project}/validation/regression";
        routes.get(path, this::show, Role.VIEWER);
        for (var form : ReportFiles.FORMS) {
            routes.get(path + "." + form, ctx -> file(ctx, form), Role.VIEWER);
        }
        routes.get(path + "/units.csv", this::units, Role.VIEWER);
        routes.get(path + "/units.R", this::script, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/regression.json", this::json, Role.VIEWER);
    }

    /** What cannot be computed is told at the form, at its field where it has one. */
    private void show(Context ctx) {
        var question = RegressionQuestion.NONE;
        Optional<Regressed> regressed = Optional.empty();
        List<Problem.Mistake> mistakes = List.of();
        try {
            question = RegressionQuestion.of(ctx);
            if (question.asksSomething()) {
                regressed = Optional.of(study.regressed(Access.project(ctx), Access.user(ctx), question));
            }
        } catch (Problem.Invalid e) {
            mistakes = e.mistakes().isEmpty() ? List.of(new Problem.Mistake("", 0, e.getMessage())) : e.mistakes();
        }
        ctx.status(mistakes.isEmpty() ? 200 : 422);
        var page = access.page(ctx, "Regression", "validation");
        ctx.html(templates
                .reportRegression(page, Access.project(ctx).id(), form(ctx, question, mistakes), regressed)
                .render());
    }

    private RegressionForm form(Context ctx, RegressionQuestion question, List<Problem.Mistake> mistakes) {
        var project = Access.project(ctx);
        return new RegressionForm(
                question,
                mistakes,
                validation.form(project, Access.user(ctx), question.asked(), ""),
                study.variables(project.id()),
                study.imported(project.id()));
    }

    private Regressed regressed(Context ctx) {
        return regressed(ctx, RegressionQuestion.of(ctx));
    }

    private Regressed regressed(Context ctx, RegressionQuestion question) {
        if (!question.asksSomething()) {
            throw new Problem.Invalid("A regression needs an outcome, as outcome=variable:category.");
        }
        return study.regressed(Access.project(ctx), Access.user(ctx), question);
    }

    private void file(Context ctx, String form) {
        var regressed = regressed(ctx);
        files.send(
                ctx,
                form,
                new ReportFiles.Forms(
                        "regression",
                        "Regression: " + regressed.outcome(),
                        regressed.words(),
                        () -> RegressedFiles.csv(regressed),
                        () -> RegressedFiles.json(regressed),
                        templates.reportRegressed(regressed)::render));
    }

    private void units(Context ctx) {
        var table = new AnalysisTable(regressed(ctx));
        FileDownload.send(ctx, "units.csv", "text/csv; charset=utf-8", out -> {
            var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord(table.header());
            table.write(csv);
            csv.flush();
        });
    }

    private void script(Context ctx) {
        ctx.contentType("text/plain; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"units.R\"")
                .result(RScript.of(regressed(ctx), "units.csv"));
    }

    /** {@code run} names a run by its number, {@code coder} any coder; one of the two is needed. */
    private void json(Context ctx) {
        var question = RegressionQuestion.of(ctx);
        long run = Params.number(ctx, "run", 0, 0, Long.MAX_VALUE);
        var asked = run == 0
                ? question
                : question.by(List.of(study.coderOfRun(Access.project(ctx).id(), run)));
        ctx.json(RegressedFiles.json(regressed(ctx, asked)));
    }
}
