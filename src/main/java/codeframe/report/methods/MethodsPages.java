package codeframe.report.methods;

import codeframe.project.Access;
import codeframe.report.regression.RegressionQuestion;
import codeframe.report.study.ReportFiles;
import codeframe.templates.Templates;
import codeframe.web.FileDownload;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** The methods section of a project, written anew whenever it is opened, and everything needed to repeat the study. */
public final class MethodsPages {
    private final MethodsStudy study;
    private final Replication replication;
    private final ReportFiles files;
    private final Access access;
    private final Templates templates;

    public MethodsPages(
            MethodsStudy study, Replication replication, ReportFiles files, Access access, Templates templates) {
        this.study = study;
        this.replication = replication;
        this.files = files;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/methods", this::show, Role.VIEWER);
        for (var form : ReportFiles.FORMS) {
            routes.get("/projects/{project}/methods." + form, ctx -> file(ctx, form), Role.VIEWER);
        }
        routes.get("/projects/{project}/methods.md", this::markdown, Role.VIEWER);
        routes.get("/projects/{project}/methods.tex", this::latex, Role.VIEWER);
        routes.get("/projects/{project}/replication.zip", this::replication, Role.VIEWER);
    }

    private Methods methods(Context ctx) {
        return study.methods(Access.project(ctx), Access.user(ctx), RegressionQuestion.of(ctx));
    }

    private void show(Context ctx) {
        var page = access.page(ctx, "Methods", "methods");
        ctx.html(templates
                .reportMethods(page, Access.project(ctx).id(), methods(ctx))
                .render());
    }

    private void file(Context ctx, String form) {
        files.send(ctx, form, forms(methods(ctx)));
    }

    ReportFiles.Forms forms(Methods methods) {
        return new ReportFiles.Forms(
                "methods",
                "Methods: " + methods.study().project(),
                List.of(MethodsFiles.made(methods)),
                () -> MethodsFiles.csv(methods),
                () -> MethodsFiles.json(methods),
                templates.reportMethodsBody(methods)::render);
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
        var user = Access.user(ctx);
        var methods = methods(ctx);
        var html = files.standalone(forms(methods));
        FileDownload.send(
                ctx, "replication.zip", "application/zip", out -> replication.write(project, user, methods, html, out));
    }
}
