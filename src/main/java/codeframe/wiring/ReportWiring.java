package codeframe.wiring;

import codeframe.api.ReportApi;
import codeframe.coding.intake.CodeImportApi;
import codeframe.coding.intake.CodeImportPages;
import codeframe.coding.intake.CodeImports;
import codeframe.coding.sample.Unseen;
import codeframe.report.agreement.AgreementPages;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.compare.ComparePages;
import codeframe.report.compare.CompareStudy;
import codeframe.report.compare.MethodRows;
import codeframe.report.export.CodeFiles;
import codeframe.report.export.CodesApi;
import codeframe.report.export.ContactSheetPages;
import codeframe.report.export.ExportCounts;
import codeframe.report.export.ExportPages;
import codeframe.report.export.ExportRows;
import codeframe.report.export.SheetRows;
import codeframe.report.methods.MethodsChoicePages;
import codeframe.report.methods.MethodsChoices;
import codeframe.report.methods.MethodsPages;
import codeframe.report.methods.MethodsStudy;
import codeframe.report.methods.Replication;
import codeframe.report.methods.ReplicationRows;
import codeframe.report.methods.section.CodingRows;
import codeframe.report.methods.section.CorpusRows;
import codeframe.report.methods.section.MethodsRows;
import codeframe.report.plan.PlanPages;
import codeframe.report.plan.PlanStudy;
import codeframe.report.regression.FrameImages;
import codeframe.report.regression.RegressionPages;
import codeframe.report.regression.RegressionRows;
import codeframe.report.regression.RegressionStudy;
import codeframe.report.results.ResultsPages;
import codeframe.report.results.ResultsRows;
import codeframe.report.results.ResultsStudy;
import codeframe.report.study.CellImages;
import codeframe.report.study.CodedRows;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.ReportFiles;
import codeframe.report.study.ReportReaders;
import codeframe.report.study.ReportShell;
import codeframe.report.study.Selections;
import codeframe.report.validation.ValidationPages;
import codeframe.report.validation.ValidationRows;
import codeframe.report.validation.ValidationStudy;
import codeframe.report.validation.VotePages;
import codeframe.report.validation.VoteStudy;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Reports and exports, and codes that come from outside. */
public final class ReportWiring {
    private ReportWiring() {}

    public static void mount(FeatureContext context, JavalinDefaultRoutingApi routes) {
        var selections = new Selections(context.rows(ExportRows.class), context.rows(Unseen.class));
        mountReports(context, selections, routes);
        mountExports(context, selections, routes);
        var imports = new CodeImports(context.jdbi());
        new CodeImportApi(imports, context.events()).mount(routes);
        new CodeImportPages(imports, context.events(), context.access(), context.templates()).mount(routes);
    }

    private static void mountReports(FeatureContext context, Selections selections, JavalinDefaultRoutingApi routes) {
        var coded = context.rows(CodedRows.class);
        var dealt = context.rows(ValidationRows.class);
        var basis = new ReportBasis(context.jdbi());
        var images = context.rows(CellImages.class);
        var shell = new ReportShell(
                new ReportFiles(context.templates(), context.clock()),
                new ReportReaders(context.jdbi()),
                context.access(),
                context.templates());
        var agreement = new AgreementStudy(selections, coded, basis, context.calculations());
        var validation = new ValidationStudy(selections, coded, dealt, basis, context.calculations());
        new ReportApi(agreement, validation, shell.readers()).mount(routes);
        new AgreementPages(agreement, images, shell).mount(routes);
        new PlanPages(new PlanStudy(agreement, basis), context.access(), context.templates()).mount(routes);
        var comparison = new CompareStudy(
                selections,
                new CompareStudy.Rows(coded, dealt, basis, context.rows(MethodRows.class)),
                validation,
                context.calculations());
        new ComparePages(comparison, validation, images, shell).mount(routes);
        var found = new RegressionStudy.Rows(
                context.rows(RegressionRows.class),
                new FrameImages(context.jdbi()),
                context.rows(ExportRows.class),
                dealt);
        var regression = new RegressionStudy(selections, validation, found, context.calculations());
        new RegressionPages(regression, validation, shell).mount(routes);
        new ValidationPages(validation, images, shell).mount(routes);
        var votes = new VoteStudy(selections, validation, context.calculations());
        new VotePages(votes, context.templates()).mount(routes);
        var results = new ResultsStudy(
                selections,
                context.rows(ExportRows.class),
                validation,
                new ResultsRows(context.jdbi()),
                context.calculations());
        new ResultsPages(results, images, shell).mount(routes);
        var studies = new MethodsStudy.Studies(agreement, validation, regression, results);
        mountMethods(context, selections, studies, shell, routes);
    }

    private static void mountMethods(
            FeatureContext context,
            Selections selections,
            MethodsStudy.Studies studies,
            ReportShell shell,
            JavalinDefaultRoutingApi routes) {
        var basis = new ReportBasis(context.jdbi());
        var rows = context.rows(MethodsRows.class);
        var choices = new MethodsChoices(context.jdbi());
        var read = new MethodsStudy.Rows(context.rows(CorpusRows.class), context.rows(CodingRows.class), rows, choices);
        var study = new MethodsStudy(selections, basis, studies, read, context.clock());
        var codes = new CodeFiles(context.rows(ExportRows.class));
        var drawn = new Replication.Rows(rows, context.rows(ReplicationRows.class));
        var replication = new Replication(selections, codes, basis.samples(), drawn, studies);
        new MethodsPages(study, replication, shell).mount(routes);
        new MethodsChoicePages(choices, basis, studies.results(), shell.access()).mount(routes);
    }

    private static void mountExports(FeatureContext context, Selections selections, JavalinDefaultRoutingApi routes) {
        var rows = context.rows(ExportRows.class);
        new CodesApi(selections, rows).mount(routes);
        new ExportPages(selections, rows, context.rows(ExportCounts.class), context.access(), context.templates())
                .mount(routes);
        new ContactSheetPages(selections, context.rows(SheetRows.class), context.templates(), context.clock())
                .mount(routes);
    }
}
