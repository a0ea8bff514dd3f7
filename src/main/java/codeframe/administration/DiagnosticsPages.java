package codeframe.administration;

import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The state of the installation as a file, for whoever is asked for help. */
public final class DiagnosticsPages {
    private final Diagnostics diagnostics;

    public DiagnosticsPages(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(AdministrationView.HOME + "/diagnostics.json", this::download, Role.ADMIN);
    }

    private void download(Context ctx) {
        ctx.contentType("application/json; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"codeframe-diagnostics.json\"")
                .result(diagnostics.json());
    }
}
