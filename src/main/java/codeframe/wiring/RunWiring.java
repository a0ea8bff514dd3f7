package codeframe.wiring;

import codeframe.api.RunApi;
import codeframe.coding.Coders;
import codeframe.image.CodedVariableRows;
import codeframe.run.CascadePages;
import codeframe.run.Classifiers;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Runs of whatever classifiers there are. */
public final class RunWiring {
    private RunWiring() {}

    public static RunParts mount(FeatureContext context, Classifiers classifiers, JavalinDefaultRoutingApi routes) {
        var runs = new RunParts(
                context.jdbi(),
                classifiers,
                context.jobs(),
                context.clock(),
                context.config().workers());
        context.tasks().addAll(runs.tasks());
        runs.mount(routes, context.access(), context.templates());
        new CascadePages(classifiers, context.rows(CodedVariableRows.class), context.access(), context.templates())
                .mount(routes);
        new RunApi(runs.orders(), runs.control(), runs.runs(), context.rows(Coders.class)).mount(routes);
        return runs;
    }
}
