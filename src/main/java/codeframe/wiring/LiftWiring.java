package codeframe.wiring;

import codeframe.lift.LiftClassifier;
import codeframe.lift.LiftRows;
import codeframe.lift.LiftRuleApi;
import codeframe.lift.LiftRules;
import codeframe.lift.NewLiftPages;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.jdbi.v3.core.Jdbi;

/** Codes of images lifted to their posts and videos. */
public final class LiftWiring {
    private LiftWiring() {}

    public static LiftClassifier classifier(Jdbi jdbi) {
        return new LiftClassifier(jdbi.onDemand(LiftRows.class), jdbi.onDemand(LiftRules.class));
    }

    public static void mount(FeatureContext context, RunParts runs, JavalinDefaultRoutingApi routes) {
        var rules = context.rows(LiftRules.class);
        var start = new NewLiftPages.Start(
                runs.offers(), runs.orders(), runs.control(), context.rows(LiftRows.class), rules);
        new NewLiftPages(start, context.access(), context.templates()).mount(routes);
        new LiftRuleApi(rules).mount(routes);
    }
}
