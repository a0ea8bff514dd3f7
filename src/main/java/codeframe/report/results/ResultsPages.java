package codeframe.report.results;

import codeframe.project.Access;
import codeframe.project.Membership;
import codeframe.report.study.AddressReading;
import codeframe.report.study.CellImages;
import codeframe.report.study.ImagesOfCell;
import codeframe.report.study.ReportFiles;
import codeframe.report.study.ReportShell;
import codeframe.report.study.ShownReport;
import codeframe.web.Links;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import gg.jte.models.runtime.JteModel;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a study found. */
public final class ResultsPages {
    private final ResultsStudy study;
    private final CellImages images;
    private final ReportShell shell;

    public ResultsPages(ResultsStudy study, CellImages images, ReportShell shell) {
        this.study = study;
        this.images = images;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/results", this::show, Role.VIEWER);
        routes.get("/projects/{project}/results/images", this::behind, Role.VIEWER);
        routes.get("/projects/{project}/results/shares.svg", this::shares, Role.VIEWER);
        routes.get("/projects/{project}/results/stacks.svg", this::stacks, Role.VIEWER);
        routes.get("/projects/{project}/results/comparisons.csv", this::comparisons, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/results.json", this::json, Role.VIEWER);
        for (var form : ReportFiles.FORMS) {
            routes.get("/projects/{project}/results." + form, ctx -> file(ctx, form), Role.VIEWER);
        }
    }

    /** What is not understood or cannot be made is told above the report, which is there all the same. */
    private void show(Context ctx) {
        var project = Access.project(ctx);
        var address = address(ctx);
        var question = study.question(project, address);
        check(ctx, question);
        var shown = question.asked()
                ? ShownReport.of(address, question, question.usual(), asked -> study.results(project, asked))
                : new ShownReport<ResultsQuestion, Results>(question, Optional.empty());
        ctx.status(address.status());
        var results = shown.report();
        var form = study.form(project, results.map(Results::question).orElse(shown.question()), address.mistakes());
        var page = shell.access().page(ctx, "Results", "results");
        ctx.html(shell.templates()
                .reportResults(page, project.id(), form, results)
                .render());
    }

    private AddressReading address(Context ctx, String... further) {
        var names = new HashSet<>(ResultsQuestion.NAMES);
        names.addAll(List.of(further));
        return new AddressReading(ctx, study.offered(Access.project(ctx)), names);
    }

    /** Whether the reader is shown it; a group may be as small as one image. */
    private void check(Context ctx, ResultsQuestion question) {
        Membership project = Access.project(ctx);
        shell.readers().check(project, Access.user(ctx), question.scope());
        if (question.by().asked()) {
            shell.readers().checkImages(project, Access.user(ctx));
        }
    }

    private ResultsQuestion understood(Context ctx, AddressReading address) {
        var question = study.question(Access.project(ctx), address);
        address.check();
        check(ctx, question);
        if (!question.asked()) {
            throw new Problem.Invalid("Results need a variable and a coder, and there is none yet.");
        }
        return question;
    }

    private Results results(Context ctx) {
        return study.results(Access.project(ctx), understood(ctx, address(ctx)));
    }

    private void json(Context ctx) {
        ctx.json(SharesJson.of(results(ctx)));
    }

    private void file(Context ctx, String form) {
        var results = results(ctx);
        shell.files()
                .send(
                        ctx,
                        form,
                        new ReportFiles.Forms(
                                "results-" + results.variable().key(),
                                results.title(),
                                results.notes(),
                                () -> SharesCsv.of(results),
                                () -> SharesJson.of(results),
                                shell.templates().reportShares(0, results)::render));
    }

    private void comparisons(Context ctx) {
        var results = results(ctx);
        if (!results.question().by().asked()) {
            throw new Problem.Invalid("There is nothing to compare: choose by what the images are grouped.");
        }
        attach(ctx, "comparisons", results, "csv");
        ctx.contentType("text/csv; charset=utf-8").result(ComparisonsCsv.of(results));
    }

    private static void attach(Context ctx, String name, Results results, String form) {
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"" + name + "-" + results.variable().key() + "." + form + "\"");
    }

    private void shares(Context ctx) {
        var results = results(ctx);
        picture(ctx, "shares", results, shell.templates().reportSharePanels(SharePanels.of(results), results.title()));
    }

    private void stacks(Context ctx) {
        var results = results(ctx);
        if (!ShareStacks.possible(results)) {
            throw new Problem.Invalid(results.variable().label()
                    + " may have several categories of one image, so its shares are no parts of a whole.");
        }
        picture(ctx, "stacks", results, shell.templates().reportShareStacks(ShareStacks.of(results), results.title()));
    }

    private static void picture(Context ctx, String name, Results results, JteModel drawn) {
        attach(ctx, name, results, "svg");
        ctx.contentType("image/svg+xml; charset=utf-8").result(drawn.render());
    }

    private void behind(Context ctx) {
        var project = Access.project(ctx);
        var question = understood(ctx, address(ctx, "group", "category", "page"));
        var group = Params.query(ctx, "group");
        var category = Params.query(ctx, "category");
        var found = study.images(project, question, group, category);
        var shown = images.named(project.id(), Access.user(ctx).id(), found);
        long page = Params.number(ctx, "page", 0, 0, Integer.MAX_VALUE);
        var variable = study.variable(project, question);
        var label = category.isEmpty() ? "no answer" : variable.labelOf(category);
        var behind = new ImagesOfCell(
                variable.unit(),
                variable.unit().heading() + " with \"" + label + "\""
                        + (group.isEmpty()
                                ? ""
                                : ", " + question.by().one() + " "
                                        + question.by().named(group)),
                "/projects/" + project.id() + "/results" + question.query(),
                "Results",
                found.size(),
                found.size() - shown.size(),
                ImagesOfCell.page(shown, page, image -> List.of()),
                ImagesOfCell.goesOn(shown, page)
                        ? cell(project.id(), question, group, category) + "&page=" + (page + 1)
                        : null);
        ctx.html(shell.templates()
                .reportImagesOfCell(shell.access().page(ctx, "Images", "results"), project.id(), behind)
                .render());
    }

    /** Where the images of a cell are. */
    public static String cell(long project, ResultsQuestion question, String group, String category) {
        return "/projects/" + project + "/results/images" + question.query() + "&group=" + Links.encode(group)
                + "&category=" + Links.encode(category);
    }
}
