package codeframe;

import codeframe.api.ReportApi;
import codeframe.coding.intake.CodeImportApi;
import codeframe.coding.intake.CodeImportPages;
import codeframe.coding.intake.CodeImports;
import codeframe.coding.sample.Unseen;
import codeframe.report.compare.ComparePages;
import codeframe.report.compare.CompareStudy;
import codeframe.report.export.CodeFiles;
import codeframe.report.export.CodesApi;
import codeframe.report.export.ContactSheetPages;
import codeframe.report.export.ExportCounts;
import codeframe.report.export.ExportPages;
import codeframe.report.export.ExportRows;
import codeframe.report.export.Selections;
import codeframe.report.export.SheetRows;
import codeframe.report.methods.MethodsPages;
import codeframe.report.methods.MethodsRows;
import codeframe.report.methods.MethodsStudy;
import codeframe.report.methods.Replication;
import codeframe.report.methods.ReplicationRows;
import codeframe.report.regression.FrameImages;
import codeframe.report.regression.RegressionPages;
import codeframe.report.regression.RegressionRows;
import codeframe.report.regression.RegressionStudy;
import codeframe.report.study.AgreementPages;
import codeframe.report.study.AgreementStudy;
import codeframe.report.study.CodedRows;
import codeframe.report.study.ImagesBehind;
import codeframe.report.study.ReportFiles;
import codeframe.report.study.StudySamples;
import codeframe.report.study.ValidationPages;
import codeframe.report.study.ValidationRows;
import codeframe.report.study.ValidationStudy;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Reports and exports, and codes that come from outside. */
final class ReportWiring {
    private ReportWiring() {}

    static void mount(Kit kit, JavalinDefaultRoutingApi routes) {
        var selections = new Selections(kit.rows(ExportRows.class), kit.rows(Unseen.class));
        mountReports(kit, selections, routes);
        mountExports(kit, selections, routes);
        var imports = new CodeImports(kit.jdbi());
        new CodeImportApi(imports, kit.events()).mount(routes);
        new CodeImportPages(imports, kit.events(), kit.access(), kit.templates()).mount(routes);
    }

    private static void mountReports(Kit kit, Selections selections, JavalinDefaultRoutingApi routes) {
        var coded = kit.rows(CodedRows.class);
        var dealt = kit.rows(ValidationRows.class);
        var samples = kit.rows(StudySamples.class);
        var images = kit.rows(ImagesBehind.class);
        var files = new ReportFiles(kit.templates(), kit.clock());
        var agreement = new AgreementStudy(selections, coded, samples);
        var validation = new ValidationStudy(selections, coded, dealt, samples);
        new ReportApi(agreement, validation).mount(routes);
        new AgreementPages(agreement, images, files, kit.access(), kit.templates()).mount(routes);
        var comparison = new CompareStudy(selections, coded, dealt, validation);
        var shell = new ComparePages.Shell(files, kit.access(), kit.templates());
        new ComparePages(comparison, validation, images, shell).mount(routes);
        var found = new RegressionStudy.Rows(
                kit.rows(RegressionRows.class), new FrameImages(kit.jdbi()), kit.rows(ExportRows.class), dealt);
        var regression = new RegressionStudy(selections, validation, found);
        new RegressionPages(regression, validation, files, kit.access(), kit.templates()).mount(routes);
        mountMethods(kit, selections, new MethodsStudy.Studies(agreement, validation, regression), files, routes);
        new ValidationPages(validation, images, files, kit.access(), kit.templates()).mount(routes);
    }

    private static void mountMethods(
            Kit kit,
            Selections selections,
            MethodsStudy.Studies studies,
            ReportFiles files,
            JavalinDefaultRoutingApi routes) {
        var samples = kit.rows(StudySamples.class);
        var rows = kit.rows(MethodsRows.class);
        var study = new MethodsStudy(selections, samples, studies, rows, kit.clock());
        var codes = new CodeFiles(kit.rows(ExportRows.class));
        var drawn = new Replication.Rows(rows, kit.rows(ReplicationRows.class));
        var replication = new Replication(selections, codes, samples, drawn, studies.regression());
        new MethodsPages(study, replication, files, kit.access(), kit.templates()).mount(routes);
    }

    private static void mountExports(Kit kit, Selections selections, JavalinDefaultRoutingApi routes) {
        var rows = kit.rows(ExportRows.class);
        new CodesApi(selections, rows).mount(routes);
        new ExportPages(selections, rows, kit.rows(ExportCounts.class), kit.access(), kit.templates()).mount(routes);
        new ContactSheetPages(selections, kit.rows(SheetRows.class), kit.templates(), kit.clock()).mount(routes);
    }
}
