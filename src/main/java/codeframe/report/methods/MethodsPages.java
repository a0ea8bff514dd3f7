package codeframe.report.methods;

import codeframe.project.Access;
import codeframe.report.document.Document;
import codeframe.report.document.Docx;
import codeframe.report.document.Language;
import codeframe.report.document.Latex;
import codeframe.report.document.Markdown;
import codeframe.report.regression.RegressionQuestion;
import codeframe.report.study.AddressReading;
import codeframe.report.study.ReportFiles;
import codeframe.report.study.ReportShell;
import codeframe.report.study.ShownReport;
import codeframe.web.FileDownload;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The methods section of a project, written anew whenever it is opened, and everything needed to repeat the study. */
public final class MethodsPages {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final Map<String, Function<Methods, Document>> PARTS =
            Map.of("methods", Methods::section, "methods/appendix", Methods::appendix);

    private final MethodsStudy study;
    private final Replication replication;
    private final ReportShell shell;

    public MethodsPages(MethodsStudy study, Replication replication, ReportShell shell) {
        this.study = study;
        this.replication = replication;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        PARTS.forEach((path, part) -> {
            var at = "/projects/{project}/" + path;
            routes.get(at, ctx -> show(ctx, part), Role.VIEWER);
            routes.get(at + ".md", ctx -> markdown(ctx, part), Role.VIEWER);
            routes.get(at + ".tex", ctx -> latex(ctx, part), Role.VIEWER);
            routes.get(at + ".docx", ctx -> docx(ctx, part), Role.VIEWER);
            routes.get(at + ".html", ctx -> html(ctx, part), Role.VIEWER);
        });
        routes.get("/projects/{project}/methods.csv", ctx -> facts(ctx, "csv"), Role.VIEWER);
        routes.get("/projects/{project}/methods.json", ctx -> facts(ctx, "json"), Role.VIEWER);
        routes.get("/projects/{project}/replication.zip", this::replication, Role.VIEWER);
    }

    private AddressReading address(Context ctx) {
        Set<String> names = new HashSet<>(RegressionQuestion.NAMES);
        names.add("language");
        return new AddressReading(ctx, study.offered(Access.project(ctx)), names);
    }

    private static Language language(AddressReading address) {
        return address.word("language", Language.EN, Language.values());
    }

    /** A regression that is not understood or cannot be made is told above the section, which is there without it. */
    private void show(Context ctx, Function<Methods, Document> part) {
        var project = Access.project(ctx);
        var address = address(ctx);
        var language = language(address);
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
        if (part.apply(methods).equals(methods.appendix())) {
            check(ctx, methods);
        }
        ctx.status(address.status());
        var page = shell.access().page(ctx, "Methods", "methods");
        ctx.html(shell.templates()
                .reportMethods(page, methods, part.apply(methods), language, address.mistakes())
                .render());
    }

    private MethodsFiles files(Context ctx) {
        var project = Access.project(ctx);
        var address = address(ctx);
        var language = language(address);
        var question = study.asked(project, address);
        address.check();
        shell.readers().check(project, Access.user(ctx), question.asked().scope());
        return new MethodsFiles(study.methods(project, question), language, document -> standalone(document, language));
    }

    /** Results by group stand in the appendix. */
    private void check(Context ctx, Methods methods) {
        if (methods.tellsOfFew()) {
            shell.readers().checkImages(Access.project(ctx), Access.user(ctx));
        }
    }

    private Document document(Context ctx, MethodsFiles files, Function<Methods, Document> part) {
        var document = part.apply(files.methods());
        if (document.equals(files.methods().appendix())) {
            check(ctx, files.methods());
        }
        return document;
    }

    private String standalone(Document document, Language language) {
        var content = shell.templates().reportDocument(document, language, false);
        return shell.files()
                .standalone(
                        new ReportFiles.Forms(
                                document.name(), document.title().in(language), List.of(), null, null, content::render),
                        language.word());
    }

    private void markdown(Context ctx, Function<Methods, Document> part) {
        var files = files(ctx);
        var document = document(ctx, files, part);
        text(ctx, document.name() + ".md", "text/markdown; charset=utf-8", Markdown.of(document, files.language()));
    }

    private void latex(Context ctx, Function<Methods, Document> part) {
        var files = files(ctx);
        var document = document(ctx, files, part);
        text(ctx, document.name() + ".tex", "application/x-tex; charset=utf-8", Latex.of(document, files.language()));
    }

    private void docx(Context ctx, Function<Methods, Document> part) {
        var files = files(ctx);
        var document = document(ctx, files, part);
        FileDownload.send(ctx, document.name() + ".docx", WORD, out -> out.write(Docx.of(document, files.language())));
    }

    private void html(Context ctx, Function<Methods, Document> part) {
        var files = files(ctx);
        var document = document(ctx, files, part);
        text(
                ctx,
                document.name() + ".html",
                "text/html; charset=utf-8",
                files.html().apply(document));
    }

    private void facts(Context ctx, String form) {
        var files = files(ctx);
        check(ctx, files.methods());
        var forms = new ReportFiles.Forms("methods", "", List.of(), files::csv, files::json, null);
        shell.files().send(ctx, form, forms);
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
        var files = files(ctx);
        FileDownload.send(
                ctx, "replication.zip", "application/zip", out -> replication.write(project, user, files, out));
    }
}
