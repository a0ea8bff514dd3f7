package codeframe.report.validation;

import codeframe.project.Access;
import codeframe.report.study.CellImages;
import codeframe.report.study.ImagesOfCell;
import codeframe.report.study.ReportFiles;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/** How far a machine may be trusted in a project. */
public final class ValidationPages {
    private final ValidationStudy validation;
    private final CellImages images;
    private final ReportFiles files;
    private final Access access;
    private final Templates templates;

    public ValidationPages(
            ValidationStudy validation, CellImages images, ReportFiles files, Access access, Templates templates) {
        this.validation = validation;
        this.images = images;
        this.files = files;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/validation", this::show, Role.VIEWER);
        routes.get("/projects/{project}/validation/images", this::behind, Role.VIEWER);
        for (var form : ReportFiles.FORMS) {
            routes.get("/projects/{project}/validation." + form, ctx -> file(ctx, form), Role.VIEWER);
        }
    }

    /** What cannot be asked is told at the form, which keeps what was chosen. */
    private void show(Context ctx) {
        var project = Access.project(ctx);
        var question = ValidationQuestion.NONE;
        Optional<Validated> held = Optional.empty();
        var mistake = "";
        try {
            question = ctx.queryString() == null
                    ? validation.proposed(project, Access.user(ctx), 1)
                    : ValidationQuestion.of(ctx);
            if (question.asked()) {
                held = Optional.of(validation.held(project, Access.user(ctx), question));
            } else if (!question.key().isEmpty()) {
                mistake = "Choose at least one run or coder to hold against gold.";
            }
        } catch (Problem.Invalid | Problem.NotFound | Problem.TooLarge e) {
            mistake = told(ctx, e);
        }
        ctx.status(mistake.isEmpty() ? 200 : 422);
        var form = validation.form(project, Access.user(ctx), question, mistake);
        var page = access.page(ctx, "Validation", "validation");
        ctx.html(templates.reportValidated(page, project.id(), form, held).render());
    }

    /** What was proposed and cannot be computed is no mistake of the reader's. */
    private static String told(Context ctx, Problem problem) {
        if (ctx.queryString() == null) {
            return "";
        }
        if (problem instanceof Problem.NotFound) {
            throw problem;
        }
        return problem.getMessage();
    }

    private void file(Context ctx, String form) {
        var question = ValidationQuestion.of(ctx);
        if (!question.asked()) {
            throw new Problem.Invalid("A validation needs a variable and at least one coder.");
        }
        var held = validation.held(Access.project(ctx), Access.user(ctx), question);
        files.send(
                ctx,
                form,
                new ReportFiles.Forms(
                        "validation-" + held.variable().key(),
                        held.variable().label() + ": validation",
                        List.of(),
                        () -> ValidatedCsv.of(held),
                        () -> ValidatedJson.of(held),
                        templates.reportValidatedRuns(0, held)::render));
    }

    private void behind(Context ctx) {
        var project = Access.project(ctx);
        var question = ValidationQuestion.of(ctx);
        if (question.machines().size() != 1) {
            throw new Problem.Invalid("The images of a cell are those of one run: coder must be one number.");
        }
        var row = Params.query(ctx, "row");
        var column = Params.query(ctx, "column");
        var cell = validation.cell(project, Access.user(ctx), question, row, column);
        var shown = images.named(project.id(), Access.user(ctx).id(), cell.images());
        long page = Params.number(ctx, "page", 0, 0, Integer.MAX_VALUE);
        var base = "/projects/" + project.id() + "/validation";
        var behind = new ImagesOfCell(
                "Gold says \"" + cell.variable().labelOf(row) + "\", the machine \""
                        + cell.variable().labelOf(column) + "\"",
                base + question.query(),
                "Validation",
                cell.images().size(),
                cell.images().size() - shown.size(),
                ImagesOfCell.page(shown, page, image -> List.of()),
                ImagesOfCell.goesOn(shown, page)
                        ? new CellPath(base + "/images", question).path(row, column) + "&page=" + (page + 1)
                        : null);
        ctx.html(templates
                .reportImagesOfCell(access.page(ctx, "Images", "validation"), project.id(), behind)
                .render());
    }
}
