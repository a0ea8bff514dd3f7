package codeframe.wiring;

import codeframe.vote.NewVotePages;
import codeframe.vote.VoteClassifier;
import codeframe.vote.VoteRows;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.jdbi.v3.core.Jdbi;

/** Votes over what coders said. */
public final class VoteWiring {
    private VoteWiring() {}

    public static VoteClassifier classifier(Jdbi jdbi) {
        return new VoteClassifier(jdbi.onDemand(VoteRows.class));
    }

    public static void mount(FeatureContext context, RunParts runs, JavalinDefaultRoutingApi routes) {
        var start = new NewVotePages.Start(runs.offers(), runs.orders(), runs.control(), context.rows(VoteRows.class));
        new NewVotePages(start, context.access(), context.templates()).mount(routes);
    }
}
