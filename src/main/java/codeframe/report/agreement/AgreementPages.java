package codeframe.report.agreement;

import codeframe.codebook.Variable;
import codeframe.project.Access;
import codeframe.report.study.AddressReading;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.CellImages;
import codeframe.report.study.ImagesOfCell;
import codeframe.report.study.OtherSide;
import codeframe.report.study.ReportFiles;
import codeframe.report.study.ReportReaders;
import codeframe.report.study.ReportShell;
import codeframe.report.study.ReportedVariables;
import codeframe.templates.Templates;
import codeframe.web.Links;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How far coders agree in a project. */
public final class AgreementPages {
    private static final String[] WITH = OtherSide.NAMES.toArray(String[]::new);

    private final AgreementStudy agreement;
    private final CellImages images;
    private final ReportFiles files;
    private final ReportReaders readers;
    private final Access access;
    private final Templates templates;

    public AgreementPages(AgreementStudy agreement, CellImages images, ReportShell shell) {
        this.agreement = agreement;
        this.images = images;
        this.files = shell.files();
        this.readers = shell.readers();
        this.access = shell.access();
        this.templates = shell.templates();
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/agreement", this::strip, Role.VIEWER);
        routes.get("/projects/{project}/agreement/{variable}", this::variable, Role.VIEWER);
        routes.get("/projects/{project}/agreement/{variable}/images", this::behind, Role.VIEWER);
        for (var form : ReportFiles.FORMS) {
            routes.get("/projects/{project}/agreement." + form, ctx -> stripFile(ctx, form), Role.VIEWER);
            routes.get(
                    "/projects/{project}/agreement/{variable}/report." + form,
                    ctx -> variableFile(ctx, form),
                    Role.VIEWER);
        }
    }

    /** What is not understood is told above the report, which is there all the same. */
    private void strip(Context ctx) {
        var address = address(ctx);
        var options = read(ctx, address, ReportedVariables::counted);
        ctx.status(address.status());
        var strip = agreement.strip(Access.project(ctx), options);
        var page = access.page(ctx, "Agreement", "agreement");
        ctx.html(templates
                .reportStrip(page, Access.project(ctx).id(), strip, address.mistakes())
                .render());
    }

    private AddressReading address(Context ctx, String... further) {
        var names = new HashSet<>(AgreementOptions.NAMES);
        names.addAll(List.of(further));
        return new AddressReading(ctx, agreement.offered(Access.project(ctx)), names);
    }

    /** What is asked for, where the reader is shown it. */
    private AgreementOptions read(Context ctx, AddressReading address, UnaryOperator<List<Variable>> shown) {
        var options = AgreementOptions.read(address, shown);
        readers.check(Access.project(ctx), Access.user(ctx), options.scope());
        return options;
    }

    private AgreementOptions understood(Context ctx, AddressReading address, UnaryOperator<List<Variable>> shown) {
        var options = read(ctx, address, shown);
        address.check();
        return options;
    }

    private void stripFile(Context ctx, String form) {
        var strip = agreement.strip(Access.project(ctx), understood(ctx, address(ctx), ReportedVariables::counted));
        files.send(
                ctx,
                form,
                new ReportFiles.Forms(
                        "agreement",
                        "Agreement: " + Access.project(ctx).name(),
                        strip.words(),
                        () -> OpenedFiles.csv(strip),
                        () -> OpenedFiles.json(strip),
                        templates.reportStripFile(strip)::render));
    }

    private void variable(Context ctx) {
        var address = address(ctx, WITH);
        var options = read(ctx, address, only(ctx));
        var other = other(ctx, address, options);
        ctx.status(address.status());
        var opened = agreement.opened(Access.project(ctx), options, other, ctx.pathParam("variable"));
        var page = access.page(ctx, opened.line().variable().label(), "agreement");
        ctx.html(templates
                .reportVariable(page, Access.project(ctx).id(), opened, address.mistakes())
                .render());
    }

    /** What it is to be compared with, where the reader is shown that too. */
    private Optional<OtherSide> other(Context ctx, AddressReading address, AgreementOptions options) {
        var other = OtherSide.read(address, ctx.pathParam("variable"));
        other.ifPresent(side -> readers.check(
                Access.project(ctx), Access.user(ctx), side.of(options).scope()));
        return other;
    }

    private static UnaryOperator<List<Variable>> only(Context ctx) {
        return ReportedVariables.only(ctx.pathParam("variable"));
    }

    private void variableFile(Context ctx, String form) {
        var address = address(ctx, WITH);
        var options = read(ctx, address, only(ctx));
        var other = other(ctx, address, options);
        address.check();
        var opened = agreement.opened(Access.project(ctx), options, other, ctx.pathParam("variable"));
        var variable = opened.line().variable();
        files.send(
                ctx,
                form,
                new ReportFiles.Forms(
                        "agreement-" + variable.key(),
                        variable.label() + ": agreement",
                        opened.words(),
                        () -> OpenedFiles.csv(opened),
                        () -> OpenedFiles.json(opened),
                        templates.reportVariableBody(opened, null)::render));
    }

    private void behind(Context ctx) {
        var project = Access.project(ctx);
        var options = understood(ctx, address(ctx, "category", "a", "b", "row", "column", "page"), only(ctx));
        var answered = agreement.images(project, options, ctx.pathParam("variable"));
        var meant = meant(ctx, answered);
        long page = Params.number(ctx, "page", 0, 0, Integer.MAX_VALUE);
        var back = "/projects/" + project.id() + "/agreement/"
                + answered.variable().key();
        var shown = images.named(project.id(), Access.user(ctx).id(), meant.images());
        var unit = answered.variable().unit();
        var behind = new ImagesOfCell(
                unit,
                answered.variable().label() + ": " + unit.many() + " " + meant.words(),
                back + answered.options().query(),
                answered.variable().label(),
                meant.images().size(),
                meant.images().size() - shown.size(),
                ImagesOfCell.page(shown, page, answered::said),
                ImagesOfCell.goesOn(shown, page)
                        ? back + "/images" + answered.options().query(asked(ctx) + "page=" + (page + 1))
                        : null);
        ctx.html(templates
                .reportImagesOfCell(access.page(ctx, "Images", "agreement"), project.id(), behind)
                .render());
    }

    private static AnsweredImages.Meant meant(Context ctx, AnsweredImages answered) {
        if (!Params.query(ctx, "category").isEmpty()) {
            return answered.category(Params.query(ctx, "category"));
        }
        if (!Params.query(ctx, "a").isEmpty()) {
            return answered.pair(
                    Params.number(ctx, "a", 0, 0, Long.MAX_VALUE), Params.number(ctx, "b", 0, 0, Long.MAX_VALUE));
        }
        return Params.query(ctx, "row").isEmpty()
                ? answered.differing()
                : answered.cell(Params.query(ctx, "row"), Params.query(ctx, "column"));
    }

    /** The question of this page in an address, ready to be followed by more. */
    private static String asked(Context ctx) {
        var asked = new StringBuilder();
        for (var name : new String[] {"category", "a", "b", "row", "column"}) {
            var value = Params.query(ctx, name);
            if (!value.isEmpty()) {
                asked.append(name).append('=').append(Links.encode(value)).append('&');
            }
        }
        return asked.toString();
    }
}
