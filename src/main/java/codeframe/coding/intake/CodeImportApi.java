package codeframe.coding.intake;

import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.web.MemoryShare;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Human codes from scripts; the answer is the match report. */
public final class CodeImportApi {
    private final CodeImports imports;
    private final Events events;

    public CodeImportApi(CodeImports imports, Events events) {
        this.imports = imports;
        this.events = events;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/projects/{project}/codes", this::csv, Role.OWNER);
        routes.post("/api/v1/projects/{project}/codes/label-studio", this::labelStudio, Role.OWNER);
    }

    private void csv(Context ctx) {
        answer(ctx, imports.csv(Access.project(ctx).id(), body(ctx), naming(ctx)));
    }

    private void labelStudio(Context ctx) {
        answer(ctx, imports.labelStudio(Access.project(ctx).id(), body(ctx), naming(ctx)));
    }

    private static CodeImports.Uploaded body(Context ctx) {
        var bytes = ctx.bodyAsBytes();
        MemoryShare.check("The body", bytes.length, CodeImports.Uploaded.IN_MEMORY);
        return new CodeImports.Uploaded(
                "sent to the API", bytes, Access.user(ctx).id());
    }

    private static ImportChoices naming(Context ctx) {
        return new ImportChoices(
                Params.query(ctx, "variable"),
                Params.query(ctx, "coder"),
                Params.query(ctx, "match"),
                Params.query(ctx, "sheet"));
    }

    private void answer(Context ctx, Kept kept) {
        var report = kept.match();
        events.add(Access.project(ctx).id(), Access.user(ctx).id(), report.event());
        ctx.json(report);
    }
}
