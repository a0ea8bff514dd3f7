package codeframe.report.compare;

import codeframe.project.Access;
import codeframe.report.study.CellImages;
import codeframe.report.study.ImagesOfCell;
import codeframe.report.study.ReportFiles;
import codeframe.report.validation.ValidationQuestion;
import codeframe.report.validation.ValidationStudy;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** Two runs of a project side by side. */
public final class ComparePages {
    private final CompareStudy study;
    private final ValidationStudy validation;
    private final CellImages images;
    private final Shell shell;

    /** What draws pages and files. */
    public record Shell(ReportFiles files, Access access, Templates templates) {}

    public ComparePages(CompareStudy study, ValidationStudy validation, CellImages images, Shell shell) {
        this.study = study;
        this.validation = validation;
        this.images = images;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/compare", this::show, Role.VIEWER);
        routes.get("/projects/{project}/compare/images", this::behind, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/compare.json", this::json, Role.VIEWER);
        for (var form : ReportFiles.FORMS) {
            routes.get("/projects/{project}/compare." + form, ctx -> file(ctx, form), Role.VIEWER);
        }
    }

    /** What cannot be asked is told at the form, which keeps what was chosen. */
    private void show(Context ctx) {
        var project = Access.project(ctx);
        var question = ValidationQuestion.NONE;
        Optional<Comparison> comparison = Optional.empty();
        var mistake = "";
        try {
            question = ctx.queryString() == null
                    ? validation.proposed(project, Access.user(ctx), 2)
                    : ValidationQuestion.of(ctx);
            if (new CompareQuestion(question).complete()) {
                comparison = Optional.of(study.comparison(project, Access.user(ctx), new CompareQuestion(question)));
            } else if (!question.key().isEmpty()) {
                mistake = "Choose two runs or coders; the first two of those chosen are compared image by image.";
            }
        } catch (Problem.Invalid | Problem.TooLarge e) {
            mistake = e.getMessage();
        }
        ctx.status(mistake.isEmpty() ? 200 : 422);
        var form = validation.form(project, Access.user(ctx), question, mistake);
        var page = shell.access.page(ctx, "Compare", "compare");
        ctx.html(shell.templates
                .reportCompare(page, project.id(), form, comparison)
                .render());
    }

    private Comparison comparison(Context ctx) {
        return study.comparison(Access.project(ctx), Access.user(ctx), complete(ctx));
    }

    private static CompareQuestion complete(Context ctx) {
        var question = new CompareQuestion(ValidationQuestion.of(ctx));
        if (!question.complete()) {
            throw new Problem.Invalid("A comparison needs a variable and two coders, as coder=1,2.");
        }
        return question;
    }

    private void json(Context ctx) {
        ctx.json(ComparisonFiles.json(comparison(ctx)));
    }

    private void file(Context ctx, String form) {
        var comparison = comparison(ctx);
        shell.files.send(
                ctx,
                form,
                new ReportFiles.Forms(
                        "compare-" + comparison.variable().key(),
                        comparison.variable().label() + ": "
                                + comparison.first().name() + " and "
                                + comparison.second().name(),
                        comparison.notes(),
                        () -> ComparisonFiles.csv(comparison),
                        () -> ComparisonFiles.json(comparison),
                        shell.templates.reportCompared(comparison, 0)::render));
    }

    private void behind(Context ctx) {
        var project = Access.project(ctx);
        var question = complete(ctx);
        var row = Params.query(ctx, "row");
        var column = Params.query(ctx, "column");
        var changed = study.images(project, Access.user(ctx), question, row, column);
        var shown = images.named(project.id(), Access.user(ctx).id(), changed.images());
        long page = Params.number(ctx, "page", 0, 0, Integer.MAX_VALUE);
        var behind = new ImagesOfCell(
                row.isEmpty()
                        ? "Images whose code changed"
                        : "From \"" + changed.variable().labelOf(row) + "\" to \""
                                + changed.variable().labelOf(column) + "\"",
                "/projects/" + project.id() + "/compare" + question.query(),
                "Compare",
                changed.images().size(),
                changed.images().size() - shown.size(),
                ImagesOfCell.page(shown, page, changed::said),
                ImagesOfCell.goesOn(shown, page)
                        ? question.images(project.id(), row, column) + "&page=" + (page + 1)
                        : null);
        ctx.html(shell.templates
                .reportImagesOfCell(shell.access.page(ctx, "Images", "compare"), project.id(), behind)
                .render());
    }
}
