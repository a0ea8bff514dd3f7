package codeframe.feature;

import codeframe.project.Access;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** Features for scripts: the sources, and all features as a table. */
public final class FeatureApi {
    private final FeatureSources sources;
    private final FeatureRows rows;

    public FeatureApi(FeatureSources sources, FeatureRows rows) {
        this.sources = sources;
        this.rows = rows;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/projects/{project}/features", this::list, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/features.csv", this::csv, Role.VIEWER);
    }

    /** A source, and how each of its features ended. */
    record Listed(FeatureSource source, List<FeatureTally> features) {}

    private void list(Context ctx) {
        long project = Access.project(ctx).id();
        var tallies = sources.tallies(project);
        ctx.json(sources.all(project).stream()
                .map(source -> new Listed(source, FeatureTally.of(source.id(), tallies)))
                .toList());
    }

    private void csv(Context ctx) {
        FeaturesCsv.send(ctx, rows, Access.project(ctx).id(), Access.user(ctx).id());
    }
}
