package codeframe.run;

import codeframe.image.ImageFilter;
import java.util.List;
import java.util.Optional;

/** The way to a run: what may be chosen, whether the choice holds, how it would turn out, go. */
public record RunStart(RunOffers offers, RunOrders orders, RunTrials trials, RunControl control) {
    RunOffer offer(long project, String kind, ImageFilter filter) {
        return offers.offer(project, kind, filter);
    }

    Optional<Run> former(long project, String id, String kind) {
        return control.former(project, id, kind);
    }

    RunOrders.Reading read(long project, RunRequest request) {
        return orders.read(project, request);
    }

    List<RunTrials.Tried> attempt(RunOrder order) {
        return trials.attempt(order);
    }

    Run start(RunOrder order, long user) {
        return control.start(order, user);
    }
}
