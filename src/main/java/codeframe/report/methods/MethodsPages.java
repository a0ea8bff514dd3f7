package codeframe.report.methods;

import codeframe.project.Access;
import codeframe.report.regression.RegressionQuestion;
import codeframe.report.study.AddressReading;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.ReportFiles;
import codeframe.report.study.ReportShell;
import codeframe.report.study.ShownReport;
import codeframe.web.FileDownload;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.stream.Collectors;

/** The methods section of a project, written anew whenever it is opened, and everything needed to repeat the study. */
public final class MethodsPages {
    private final MethodsStudy study;
    private final Replication replication;
    private final ReportBasis basis;
    private final ReportShell shell;

    public MethodsPages(MethodsStudy study, Replication replication, ReportBasis basis, ReportShell shell) {
        this.study = study;
        this.replication = replication;
        this.basis = basis;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/methods", this::show, Role.VIEWER);
        for (var form : ReportFiles.FORMS) {
            routes.get("/projects/{project}/methods." + form, ctx -> file(ctx, form), Role.VIEWER);
        }
        routes.get("/projects/{project}/methods.md", this::markdown, Role.VIEWER);
        routes.get("/projects/{project}/methods.tex", this::latex, Role.VIEWER);
        routes.get("/projects/{project}/replication.zip", this::replication, Role.VIEWER);
        routes.post("/projects/{project}/methods/basis", this::choose, Role.OWNER);
    }

    private void choose(Context ctx) {
        var project = Access.project(ctx).id();
        var reliability = AgreementOptions.numbers(ctx.formParams("reliability"), "reliability");
        var gold = AgreementOptions.numbers(ctx.formParams("gold"), "gold");
        basis.choose(project, Access.user(ctx).id(), reliability, gold);
        shell.access()
                .redirect(ctx, "/projects/" + project + "/methods", "Every report rests on these samples from now on.");
    }

    private Methods methods(Context ctx) {
        var address = address(ctx);
        var question = study.asked(Access.project(ctx), address);
        address.check();
        shell.readers()
                .check(Access.project(ctx), Access.user(ctx), question.asked().scope());
        return study.methods(Access.project(ctx), question);
    }

    private AddressReading address(Context ctx) {
        return new AddressReading(ctx, study.offered(Access.project(ctx)), RegressionQuestion.NAMES);
    }

    /** A regression that is not understood or cannot be made is told above the section, which is there without it. */
    private void show(Context ctx) {
        var project = Access.project(ctx);
        var address = address(ctx);
        var question = study.asked(project, address);
        shell.readers().check(project, Access.user(ctx), question.asked().scope());
        var shown = ShownReport.of(
                address,
                question.asksSomething() ? question : RegressionQuestion.NONE,
                RegressionQuestion.NONE,
                asked -> study.methods(project, asked));
        var methods = shown.report()
                .orElseThrow(() -> new Problem.Invalid(address.mistakes().stream()
                        .map(Problem.Mistake::message)
                        .collect(Collectors.joining(" "))));
        ctx.status(address.status());
        var page = shell.access().page(ctx, "Methods", "methods");
        ctx.html(shell.templates()
                .reportMethods(page, project.id(), methods, address.mistakes())
                .render());
    }

    private void file(Context ctx, String form) {
        shell.files().send(ctx, form, forms(methods(ctx)));
    }

    ReportFiles.Forms forms(Methods methods) {
        return new ReportFiles.Forms(
                "methods",
                "Methods: " + methods.study().project(),
                List.of(MethodsFiles.made(methods)),
                () -> MethodsFiles.csv(methods),
                () -> MethodsFiles.json(methods),
                shell.templates().reportMethodsBody(methods)::render);
    }

    private void markdown(Context ctx) {
        text(ctx, "methods.md", "text/markdown; charset=utf-8", MethodsFiles.markdown(methods(ctx)));
    }

    private void latex(Context ctx) {
        text(ctx, "methods.tex", "application/x-tex; charset=utf-8", MethodsFiles.latex(methods(ctx)));
    }

    private static void text(Context ctx, String name, String type, String text) {
        ctx.contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(text);
    }

    private void replication(Context ctx) {
        var project = Access.project(ctx);
        Replication.check(project);
        shell.readers().checkImages(project, Access.user(ctx));
        var user = Access.user(ctx);
        var methods = methods(ctx);
        var html = shell.files().standalone(forms(methods));
        FileDownload.send(
                ctx, "replication.zip", "application/zip", out -> replication.write(project, user, methods, html, out));
    }
}
