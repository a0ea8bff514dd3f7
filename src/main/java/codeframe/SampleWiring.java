package codeframe;

import codeframe.api.SampleApi;
import codeframe.codebook.Codebooks;
import codeframe.coding.gold.Settling;
import codeframe.coding.sample.Draws;
import codeframe.coding.sample.Frames;
import codeframe.coding.sample.NewSamplePages;
import codeframe.coding.sample.Planning;
import codeframe.coding.sample.SampleOffers;
import codeframe.coding.sample.SamplePages;
import codeframe.coding.sample.SampleState;
import codeframe.coding.sample.SampleViews;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Samples: drawn, shared out, closed, opened. */
final class SampleWiring {
    private SampleWiring() {}

    static void mount(Kit kit, JavalinDefaultRoutingApi routes) {
        var jdbi = kit.jdbi();
        var planning = new Planning(kit.rows(Codebooks.class), kit.rows(SampleOffers.class), new Frames(jdbi));
        var draws = new Draws(jdbi);
        new NewSamplePages(planning, draws, kit.events(), kit.access(), kit.templates()).mount(routes);
        var views = new SampleViews(jdbi);
        new SampleApi(views, planning, draws, kit.events()).mount(routes);
        var state = new SampleState(jdbi, (handle, sample) -> Settling.settle(handle, sample.projectId(), sample.id()));
        new SamplePages(views, state, kit.clock(), kit.access(), kit.templates()).mount(routes);
    }
}
