package codeframe.report.compare;

import codeframe.project.Access;
import codeframe.project.Membership;
import codeframe.report.study.AddressReading;
import codeframe.report.study.CellImages;
import codeframe.report.study.ImagesOfCell;
import codeframe.report.study.ReportFiles;
import codeframe.report.study.ReportShell;
import codeframe.report.study.ReportedVariables;
import codeframe.report.study.ShownReport;
import codeframe.report.validation.ValidationQuestion;
import codeframe.report.validation.ValidationStudy;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Two runs of a project side by side. */
public final class ComparePages {
    private final CompareStudy study;
    private final ValidationStudy validation;
    private final CellImages images;
    private final ReportShell shell;

    public ComparePages(CompareStudy study, ValidationStudy validation, CellImages images, ReportShell shell) {
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

    /** What is not understood or cannot be made is told above the report, which is there all the same. */
    private void show(Context ctx) {
        var project = Access.project(ctx);
        var address = address(ctx);
        var shown = shown(ctx, project, address);
        ctx.status(address.status());
        var form = validation.form(project, shown.question().asked(), address.mistakes());
        var page = shell.access().page(ctx, "Compare", "compare");
        ctx.html(shell.templates()
                .reportCompare(page, project.id(), form, shown.report())
                .render());
    }

    private ShownReport<CompareQuestion, Comparison> shown(Context ctx, Membership project, AddressReading address) {
        var possible = ReportedVariables.counted(address.offered().variables(0));
        var subject = validation.subject(project, address, possible);
        if (subject.variable().isPresent() && subject.coders().size() < 2) {
            address.mistake(
                    "coder", "Choose two runs or coders; the first two of those chosen are compared image by image.");
        }
        var chosen = validation.goldFirst(project, address, ReportedVariables.chosen(possible));
        var filled = subject.filled(address.offered().coders(), chosen, 2);
        var question = new CompareQuestion(ValidationQuestion.read(address, filled));
        shell.readers().check(project, Access.user(ctx), question.asked().scope());
        if (!question.complete()) {
            return new ShownReport<>(question, Optional.empty());
        }
        var usual = new CompareQuestion(ValidationQuestion.NONE.about(filled));
        return ShownReport.of(address, question, usual, asked -> study.comparison(project, asked));
    }

    private AddressReading address(Context ctx, String... further) {
        var names = new HashSet<>(CompareQuestion.NAMES);
        names.addAll(List.of(further));
        return new AddressReading(ctx, validation.offered(Access.project(ctx)), names);
    }

    private Comparison comparison(Context ctx) {
        return study.comparison(Access.project(ctx), complete(ctx, address(ctx)));
    }

    private CompareQuestion complete(Context ctx, AddressReading address) {
        var possible = ReportedVariables.counted(address.offered().variables(0));
        var subject = validation.subject(Access.project(ctx), address, possible);
        var question = new CompareQuestion(ValidationQuestion.read(address, subject));
        address.check();
        shell.readers()
                .check(Access.project(ctx), Access.user(ctx), question.asked().scope());
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
        shell.files()
                .send(
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
                                shell.templates().reportCompared(comparison, 0)::render));
    }

    private void behind(Context ctx) {
        var project = Access.project(ctx);
        var question = complete(ctx, address(ctx, "row", "column", "page"));
        var row = Params.query(ctx, "row");
        var column = Params.query(ctx, "column");
        var changed = study.images(project, question, row, column);
        var shown = images.named(project.id(), Access.user(ctx).id(), changed.images());
        long page = Params.number(ctx, "page", 0, 0, Integer.MAX_VALUE);
        var behind = new ImagesOfCell(
                changed.variable().unit(),
                row.isEmpty()
                        ? changed.variable().unit().heading() + " whose code changed"
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
        ctx.html(shell.templates()
                .reportImagesOfCell(shell.access().page(ctx, "Images", "compare"), project.id(), behind)
                .render());
    }
}
