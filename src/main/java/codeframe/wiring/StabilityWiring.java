package codeframe.wiring;

import codeframe.coding.sample.Unseen;
import codeframe.llm.stability.StabilityChecks;
import codeframe.llm.stability.StabilityPages;
import codeframe.llm.stability.StabilityReading;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.study.CodedRows;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.SelectionRows;
import codeframe.report.study.Selections;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Whether a model says the same when it is asked again, and when it is asked in other words. */
public final class StabilityWiring {
    private StabilityWiring() {}

    public static void mount(FeatureContext context, JavalinDefaultRoutingApi routes) {
        var checks = context.rows(StabilityChecks.class);
        var agreement = new AgreementStudy(
                new Selections(context.rows(SelectionRows.class), context.rows(Unseen.class)),
                context.rows(CodedRows.class),
                new ReportBasis(context.jdbi()),
                context.calculations());
        var reading = new StabilityReading(checks, agreement);
        new StabilityPages(reading, context.access(), context.templates()).mount(routes);
    }
}
