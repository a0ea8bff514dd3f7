package codeframe.testing;

import io.javalin.router.Endpoint;
import java.util.Set;
import java.util.stream.Stream;

/** The program's own table of routes. */
public final class Routes {
    private static final Set<String> HANDLERS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private Routes() {}

    /** Javalin's "unsafe" door is opened here alone. */
    public static Stream<Endpoint> of(TestApp app) {
        return app.app.server().unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> HANDLERS.contains(endpoint.method.name()));
    }
}
