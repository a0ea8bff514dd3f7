package codeframe.wiring;

import codeframe.naming.Naming;
import codeframe.naming.NamingPages;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Names, notes and deletion of runs, samples and saved selections. */
public final class NamingWiring {
    private NamingWiring() {}

    public static void mount(FeatureContext context, JavalinDefaultRoutingApi routes) {
        new NamingPages(new Naming(context.jdbi()), context.access(), context.templates()).mount(routes);
    }
}
