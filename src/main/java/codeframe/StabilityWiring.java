package codeframe;

import codeframe.coding.sample.Unseen;
import codeframe.llm.stability.StabilityChecks;
import codeframe.llm.stability.StabilityPages;
import codeframe.llm.stability.StabilityReading;
import codeframe.report.export.ExportRows;
import codeframe.report.export.Selections;
import codeframe.report.study.AgreementStudy;
import codeframe.report.study.CodedRows;
import codeframe.report.study.StudySamples;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Whether a model says the same when it is asked again, and when it is asked in other words. */
final class StabilityWiring {
    private StabilityWiring() {}

    static void mount(Kit kit, JavalinDefaultRoutingApi routes) {
        var checks = kit.rows(StabilityChecks.class);
        var agreement = new AgreementStudy(
                new Selections(kit.rows(ExportRows.class), kit.rows(Unseen.class)),
                kit.rows(CodedRows.class),
                kit.rows(StudySamples.class));
        var reading = new StabilityReading(checks, agreement);
        new StabilityPages(reading, kit.access(), kit.templates()).mount(routes);
    }
}
