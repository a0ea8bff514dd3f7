package codeframe;

import codeframe.api.RunApi;
import codeframe.coding.Coders;
import codeframe.run.Classifiers;
import codeframe.run.RunParts;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Runs of whatever classifiers there are. */
final class RunWiring {
    private RunWiring() {}

    static RunParts mount(Kit kit, Classifiers classifiers, JavalinDefaultRoutingApi routes) {
        var runs = new RunParts(
                kit.jdbi(), classifiers, kit.jobs(), kit.clock(), kit.config().workers());
        kit.tasks().addAll(runs.tasks());
        runs.mount(routes, kit.access(), kit.templates());
        new RunApi(runs.orders(), runs.control(), runs.runs(), kit.rows(Coders.class)).mount(routes);
        return runs;
    }
}
