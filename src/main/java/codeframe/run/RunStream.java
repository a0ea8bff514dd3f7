package codeframe.run;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.HeadAsGet;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the progress of runs to the browsers that look at them, whichever nodes the work is done on. */
public final class RunStream {
    private static final Logger LOG = LoggerFactory.getLogger(RunStream.class);

    // Progress is counts; nothing in it depends on who looks.
    private static final long NOBODY = 0;

    private final RunControl control;
    private final RunViews views;
    private final Templates templates;
    private final Map<SseClient, Run> watchers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "run progress");
        thread.setDaemon(true);
        return thread;
    });

    public RunStream(RunControl control, RunViews views, Templates templates) {
        this.control = control;
        this.views = views;
        this.templates = templates;
        var unused = ticks.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/runs/{run}/live", this::open, Role.VIEWER);
    }

    private void open(Context ctx) {
        var run = control.run(Access.project(ctx).id(), Params.id(ctx, "run"));
        new SseHandler(client -> join(client, run)).handle(ctx);
    }

    private void join(SseClient client, Run run) {
        if (HeadAsGet.asked(client.ctx())) {
            return;
        }
        client.keepAlive();
        client.onClose(() -> watchers.remove(client));
        watchers.put(client, run);
    }

    /** One query for each run that is looked at, however many look. */
    private void tick() {
        var now = new ConcurrentHashMap<Long, RunView>();
        watchers.forEach((client, seen) -> {
            try {
                send(
                        client,
                        seen,
                        now.computeIfAbsent(seen.id(), id -> views.view(control.run(seen.projectId(), id), NOBODY)));
            } catch (RuntimeException e) {
                LOG.debug("a watcher of run {} is gone", seen.id(), e);
                leave(client);
            }
        });
    }

    /** Whatever happens to one watcher, the others go on: a tick that failed would be the last. */
    private void leave(SseClient client) {
        watchers.remove(client);
        try {
            client.close();
        } catch (RuntimeException e) {
            LOG.debug("a watcher who was gone could not be told", e);
        }
    }

    /**
     * A change of state changes more of the page than the figures: the page is then asked to draw itself anew. Only a page
     * of a going run listens, so a run that was over when it began to listen has changed too.
     */
    private void send(SseClient client, Run seen, RunView view) {
        var run = view.run();
        if (run.state().going() && run.state() == seen.state() && run.starts() == seen.starts()) {
            client.sendEvent("progress", templates.runProgress(view).render());
        } else {
            client.sendEvent("changed", view.run().state().word());
            watchers.remove(client);
            client.close();
        }
    }
}
