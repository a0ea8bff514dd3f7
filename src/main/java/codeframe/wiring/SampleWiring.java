package codeframe.wiring;

import codeframe.api.SampleApi;
import codeframe.codebook.Codebooks;
import codeframe.coding.gold.Settling;
import codeframe.coding.sample.Frames;
import codeframe.coding.sample.NewSamplePages;
import codeframe.coding.sample.Planning;
import codeframe.coding.sample.SampleDrawing;
import codeframe.coding.sample.SampleOffers;
import codeframe.coding.sample.SamplePages;
import codeframe.coding.sample.SampleState;
import codeframe.coding.sample.SampleViews;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Samples: drawn, shared out, closed, opened. */
public final class SampleWiring {
    private SampleWiring() {}

    public static void mount(FeatureContext context, JavalinDefaultRoutingApi routes) {
        var jdbi = context.jdbi();
        var planning = new Planning(context.rows(Codebooks.class), context.rows(SampleOffers.class), new Frames(jdbi));
        var draws = new SampleDrawing(jdbi);
        new NewSamplePages(planning, draws, context.events(), context.access(), context.templates()).mount(routes);
        var views = new SampleViews(jdbi, context.clock());
        new SampleApi(views, planning, draws, context.events()).mount(routes);
        var state = new SampleState(jdbi, (handle, sample) -> Settling.settle(handle, sample.projectId(), sample.id()));
        new SamplePages(views, state, context.clock(), context.access(), context.templates()).mount(routes);
    }
}
