package codeframe.feature.work;

import codeframe.feature.FeatureSource;
import codeframe.project.Access;
import codeframe.web.NumberText;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.Set;

/** Stops and continues sources that are made in the background, and asks images again that ended badly. */
public final class FeatureRunPages {
    private static final Set<String> RETRIED = Set.of("refused", "error", "unreadable", "empty");

    private final FeatureRuns runs;
    private final Map<String, FeatureTasks> tasks;
    private final Set<String> paid;
    private final Access access;

    /**
     * @param tasks by origin
     * @param paid origins of which every answer costs money
     */
    public FeatureRunPages(FeatureRuns runs, Map<String, FeatureTasks> tasks, Set<String> paid, Access access) {
        this.runs = runs;
        this.tasks = tasks;
        this.paid = paid;
        this.access = access;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/projects/{project}/features/{source}/stop", this::stop, Role.OWNER);
        routes.post("/projects/{project}/features/{source}/continue", this::resume, Role.OWNER);
        routes.post("/projects/{project}/features/{source}/retry", this::retry, Role.OWNER);
    }

    private void stop(Context ctx) {
        refuseUnless(runs.stop(Access.project(ctx).id(), Params.id(ctx, "source")));
        back(ctx, "Stopped. What was found is kept.");
    }

    private void resume(Context ctx) {
        begin(ctx);
        back(ctx, "It goes on with the " + (isOfVideos(ctx) ? "videos" : "images") + " that wait.");
    }

    private void begin(Context ctx) {
        long source = Params.id(ctx, "source");
        long project = Access.project(ctx).id();
        refuseUnless(runs.resume(project, source));
        tasks.get(runs.origin(project, source).orElseThrow()).begin(source);
    }

    private void retry(Context ctx) {
        var outcome = Params.text(ctx, "outcome");
        if (!RETRIED.contains(outcome)) {
            throw new Problem.Invalid((isOfVideos(ctx) ? "Videos" : "Images")
                    + " are asked again that failed, were refused, unreadable or empty.");
        }
        long project = Access.project(ctx).id();
        long source = Params.id(ctx, "source");
        if (outcome.equals("empty")
                && runs.origin(project, source).filter(paid::contains).isPresent()) {
            throw new Problem.Invalid("That nothing was found is an answer, and was paid for: it is not asked again.");
        }
        int again = runs.retry(project, source, outcome);
        begin(ctx);
        back(
                ctx,
                (isOfVideos(ctx)
                                ? NumberText.count(again, "video is", "videos are")
                                : NumberText.count(again, "image is", "images are"))
                        + " asked again.");
    }

    private boolean isOfVideos(Context ctx) {
        return runs.origin(Access.project(ctx).id(), Params.id(ctx, "source"))
                .filter(FeatureSource::isOfVideos)
                .isPresent();
    }

    private void back(Context ctx, String notice) {
        access.redirect(ctx, "/projects/" + Access.project(ctx).id() + "/features/" + Params.id(ctx, "source"), notice);
    }

    /** It is not there, not of this project, or already so. */
    private static void refuseUnless(boolean changed) {
        if (!changed) {
            throw new Problem.NotFound("run that this can be done to");
        }
    }
}
