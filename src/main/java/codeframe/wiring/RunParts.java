package codeframe.wiring;

import codeframe.codebook.Codebooks;
import codeframe.coding.sample.Unseen;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.run.Classifiers;
import codeframe.run.NewRunPages;
import codeframe.run.RunCodes;
import codeframe.run.RunControl;
import codeframe.run.RunCreation;
import codeframe.run.RunImages;
import codeframe.run.RunOffers;
import codeframe.run.RunOrders;
import codeframe.run.RunPages;
import codeframe.run.RunStart;
import codeframe.run.RunStream;
import codeframe.run.RunTrials;
import codeframe.run.RunViews;
import codeframe.run.Runs;
import codeframe.run.review.ReviewPages;
import codeframe.run.review.Reviews;
import codeframe.run.review.SweepPages;
import codeframe.run.review.Sweeps;
import codeframe.run.work.RunLanes;
import codeframe.run.work.RunQueue;
import codeframe.run.work.RunWorker;
import codeframe.templates.Templates;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Runs put together: the work in the background, the pages, and what other features use of them. */
public final class RunParts {
    private final Runs runs;
    private final RunLanes lanes;
    private final RunControl control;
    private final RunOrders orders;
    private final RunStart start;
    private final RunCodes codes;
    private final RunViews views;
    private final RunOffers offers;
    private final RunImages images;
    private final Sweeps sweeps;

    /** @param workers how many jobs this node runs at the same time */
    public RunParts(Jdbi jdbi, Classifiers classifiers, SchedulerClient jobs, Clock clock, int workers) {
        var codebooks = jdbi.onDemand(Codebooks.class);
        images = new RunImages(jdbi);
        runs = jdbi.onDemand(Runs.class);
        codes = new RunCodes(jdbi);
        lanes = new RunLanes(new RunWorker(jdbi, classifiers, clock), jdbi.onDemand(RunQueue.class), clock, workers);
        control = new RunControl(
                new RunCreation(jdbi),
                runs,
                jdbi.onDemand(Events.class),
                (run, start) -> lanes.open(jobs, run, start),
                clock);
        orders = new RunOrders(classifiers, codebooks, images);
        offers = new RunOffers(classifiers, codebooks, images);
        start = new RunStart(offers, orders, new RunTrials(classifiers, images), control);
        views = new RunViews(runs, codebooks, codes, classifiers, jdbi.onDemand(Unseen.class), clock);
        sweeps = new Sweeps(jdbi.onDemand(Reviews.class), views, clock);
    }

    public List<Task<?>> tasks() {
        return lanes.tasks();
    }

    public Runs runs() {
        return runs;
    }

    public RunOrders orders() {
        return orders;
    }

    public RunOffers offers() {
        return offers;
    }

    public RunImages images() {
        return images;
    }

    public RunViews views() {
        return views;
    }

    public RunControl control() {
        return control;
    }

    public void mount(JavalinDefaultRoutingApi routes, Access access, Templates templates) {
        new NewRunPages(start, access, templates).mount(routes);
        new RunPages(runs, control, views, access, templates).mount(routes);
        new RunStream(control, views, templates).mount(routes);
        new ReviewPages(codes, views, control, access, templates).mount(routes);
        new SweepPages(sweeps, control, access, templates).mount(routes);
    }
}
