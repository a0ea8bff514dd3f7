package codeframe.run;

import codeframe.project.Events;
import codeframe.web.Problem;
import java.time.Clock;
import java.util.Optional;

/** Starts, pauses, continues, cancels; each step is a row of the audit trail. */
public final class RunControl {
    private final RunCreation creation;
    private final Runs runs;
    private final Events events;
    private final Lanes lanes;
    private final Clock clock;

    /** Has a run worked on; the rest happens in the background. */
    public interface Lanes {
        void open(long run, int start);
    }

    public RunControl(RunCreation creation, Runs runs, Events events, Lanes lanes, Clock clock) {
        this.creation = creation;
        this.runs = runs;
        this.events = events;
        this.lanes = lanes;
        this.clock = clock;
    }

    public Run start(RunOrder order, Long user) {
        long id = creation.create(order, user);
        var run = run(order.plan().project(), id);
        lanes.open(run.id(), run.starts());
        record(run, user, "started");
        return run;
    }

    public void pause(Run run, long user) {
        changed(runs.pause(run.projectId(), run.id()) == 1, run, "paused");
        record(run, user, "paused");
    }

    public void proceed(Run run, long user) {
        changed(runs.proceed(run.projectId(), run.id()) == 1, run, "continued");
        open(run);
        record(run, user, "continued");
    }

    public void cancel(Run run, long user) {
        changed(runs.cancel(run.projectId(), run.id(), clock.instant()), run, "cancelled");
        record(run, user, "cancelled");
    }

    /**
     * @param told whether the classifier is told what was wrong with the earlier answer
     * @return how many images are coded again
     */
    public long retry(Run run, Outcome outcome, boolean told, long user) {
        long n = runs.retry(run.projectId(), run.id(), outcome.word(), told);
        changed(n > 0, run, "retried");
        open(run);
        var how = told ? ", told what was wrong" : "";
        record(run, user, "retried " + n + " images (" + outcome.label() + how + ") of");
        return n;
    }

    public Run run(long project, long id) {
        return runs.run(project, id).orElseThrow(() -> new Problem.NotFound("run"));
    }

    /**
     * The run whose settings a new one is to begin with.
     *
     * @param id as an address names it; empty for none
     */
    public Optional<Run> former(long project, String id, String kind) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var run = id.matches("\\d{1,18}") ? runs.run(project, Long.parseLong(id)) : Optional.<Run>empty();
        return Optional.of(run.filter(one -> one.kind().equals(kind)).orElseThrow(() -> new Problem.NotFound("run")));
    }

    private void open(Run run) {
        lanes.open(run.id(), run(run.projectId(), run.id()).starts());
    }

    private void changed(boolean done, Run run, String what) {
        if (!done) {
            throw new Problem.Conflict("The run is "
                    + run(run.projectId(), run.id()).state().label() + " by now and cannot be " + what + ".");
        }
    }

    private void record(Run run, Long user, String did) {
        events.add(run.projectId(), user, did + " the run \"" + run.name() + "\"");
    }
}
