package codeframe.testing;

import codeframe.web.Role;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
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

    /** One more address for everybody, handled in the midst of the program's own. */
    public static void add(TestApp app, String path, Handler handler) {
        app.app
                .server()
                .unsafe
                .internalRouter
                .addHttpEndpoint(new Endpoint(HandlerType.GET, path, handler, Set.of(new Roles(Set.of(Role.ANYONE)))));
    }
}
