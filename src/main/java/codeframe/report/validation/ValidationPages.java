package codeframe.report.validation;

import codeframe.project.Access;
import codeframe.project.Membership;
import codeframe.report.study.AddressReading;
import codeframe.report.study.CellImages;
import codeframe.report.study.ImagesOfCell;
import codeframe.report.study.ReportFiles;
import codeframe.report.study.ReportReaders;
import codeframe.report.study.ReportShell;
import codeframe.report.study.ReportedVariables;
import codeframe.report.study.ShownReport;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** How far a machine may be trusted in a project. */
public final class ValidationPages {
    private final ValidationStudy validation;
    private final CellImages images;
    private final ReportFiles files;
    private final ReportReaders readers;
    private final Access access;
    private final Templates templates;

    public ValidationPages(ValidationStudy validation, CellImages images, ReportShell shell) {
        this.validation = validation;
        this.images = images;
        this.files = shell.files();
        this.readers = shell.readers();
        this.access = shell.access();
        this.templates = shell.templates();
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/validation", this::show, Role.VIEWER);
        routes.get("/projects/{project}/validation/images", this::behind, Role.VIEWER);
        for (var form : ReportFiles.FORMS) {
            routes.get("/projects/{project}/validation." + form, ctx -> file(ctx, form), Role.VIEWER);
        }
    }

    /** What is not understood or cannot be made is told above the report, which is there all the same. */
    private void show(Context ctx) {
        var project = Access.project(ctx);
        var address = address(ctx);
        var shown = shown(ctx, project, address);
        ctx.status(address.status());
        var held = shown.report();
        var form = validation.form(project, held.map(Validated::question).orElse(shown.question()), address.mistakes());
        var page = access.page(ctx, "Validation", "validation");
        ctx.html(templates.reportValidated(page, project.id(), form, held).render());
    }

    private ShownReport<ValidationQuestion, Validated> shown(Context ctx, Membership project, AddressReading address) {
        var coders = address.offered().coders();
        var possible = ReportedVariables.chosen(address.offered().variables(0));
        var subject = validation.subject(project, address, possible);
        if (subject.variable().isPresent() && subject.coders().isEmpty()) {
            address.mistake("coder", "Choose at least one run or coder to validate against gold.");
        }
        var filled = subject.filled(coders, validation.goldFirst(project, address, possible), 1);
        var question = ValidationQuestion.read(address, filled);
        check(ctx, question);
        if (!question.asked() || !ValidationForm.possible(coders, possible)) {
            return new ShownReport<>(question, Optional.empty());
        }
        var usual = ValidationQuestion.NONE.about(filled);
        return ShownReport.of(address, question, usual, asked -> validation.held(project, asked));
    }

    /** Whether the reader is shown it. */
    private void check(Context ctx, ValidationQuestion question) {
        readers.check(Access.project(ctx), Access.user(ctx), question.scope());
        if (!question.by().isEmpty()) {
            readers.checkImages(Access.project(ctx), Access.user(ctx));
        }
    }

    private AddressReading address(Context ctx, String... further) {
        var names = new HashSet<>(ValidationQuestion.NAMES);
        names.addAll(List.of(further));
        return new AddressReading(ctx, validation.offered(Access.project(ctx)), names);
    }

    private ValidationQuestion understood(Context ctx, AddressReading address) {
        var possible = ReportedVariables.chosen(address.offered().variables(0));
        var question = ValidationQuestion.read(address, validation.subject(Access.project(ctx), address, possible));
        address.check();
        check(ctx, question);
        if (!question.asked()) {
            throw new Problem.Invalid("A validation needs a variable and at least one coder.");
        }
        return question;
    }

    private void file(Context ctx, String form) {
        var question = understood(ctx, address(ctx));
        var held = validation.held(Access.project(ctx), question);
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
        var question = understood(ctx, address(ctx, "row", "column", "page"));
        if (question.machines().size() != 1) {
            throw new Problem.Invalid("The images of a cell are those of one run: coder must be one number.");
        }
        var row = Params.query(ctx, "row");
        var column = Params.query(ctx, "column");
        var cell = validation.cell(project, question, row, column);
        var shown = images.named(project.id(), Access.user(ctx).id(), cell.images());
        long page = Params.number(ctx, "page", 0, 0, Integer.MAX_VALUE);
        var base = "/projects/" + project.id() + "/validation";
        var behind = new ImagesOfCell(
                cell.variable().unit(),
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
