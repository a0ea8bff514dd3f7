package codeframe.report.regression;

import codeframe.project.Access;
import codeframe.report.study.AddressReading;
import codeframe.report.study.ReportFiles;
import codeframe.report.study.ReportReaders;
import codeframe.report.study.ReportShell;
import codeframe.report.study.ShownReport;
import codeframe.report.validation.ValidationStudy;
import codeframe.templates.Templates;
import codeframe.web.FileDownload;
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
    private final ReportReaders readers;
    private final Access access;
    private final Templates templates;

    public RegressionPages(RegressionStudy study, ValidationStudy validation, ReportShell shell) {
        this.study = study;
        this.validation = validation;
        this.files = shell.files();
        this.readers = shell.readers();
        this.access = shell.access();
        this.templates = shell.templates();
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

    /** What is not understood or cannot be made is told at the form, at its field where it has one. */
    private void show(Context ctx) {
        var project = Access.project(ctx);
        var address = address(ctx);
        var asked = study.asked(project, address);
        readers.check(project, Access.user(ctx), asked.asked().scope());
        var shown = asked.asksSomething()
                ? ShownReport.of(address, asked, asked.plain(), one -> study.regressed(project, one))
                : new ShownReport<>(asked, Optional.<Regressed>empty());
        ctx.status(address.status());
        var page = access.page(ctx, "Regression", "validation");
        var regressed = shown.report();
        var question = regressed.map(Regressed::question).orElse(shown.question());
        ctx.html(templates
                .reportRegression(page, project.id(), form(ctx, question, address.mistakes()), regressed)
                .render());
    }

    private AddressReading address(Context ctx) {
        return new AddressReading(ctx, validation.offered(Access.project(ctx)), RegressionQuestion.NAMES);
    }

    private RegressionForm form(Context ctx, RegressionQuestion question, List<Problem.Mistake> mistakes) {
        var project = Access.project(ctx);
        return new RegressionForm(
                question,
                mistakes,
                validation.form(project, question.asked(), List.of()),
                study.variables(project.id()),
                study.imported(project.id()));
    }

    private Regressed regressed(Context ctx) {
        var address = address(ctx);
        var question = study.asked(Access.project(ctx), address);
        address.check();
        readers.check(Access.project(ctx), Access.user(ctx), question.asked().scope());
        if (!question.asksSomething()) {
            throw new Problem.Invalid("A regression needs an outcome, as outcome=variable:category.");
        }
        return study.regressed(Access.project(ctx), question);
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
        readers.checkImages(Access.project(ctx), Access.user(ctx));
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
        ctx.json(RegressedFiles.json(regressed(ctx)));
    }
}
