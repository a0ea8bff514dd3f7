package codeframe.wiring;

import codeframe.Config;
import codeframe.administration.AdministrationView;
import codeframe.feature.vision.VisionClient;
import codeframe.image.decode.ImageDecoder;
import codeframe.llm.example.PromptExamples;
import codeframe.llm.price.Answered;
import codeframe.llm.price.Budgets;
import codeframe.llm.price.CostPages;
import codeframe.llm.price.Costs;
import codeframe.llm.price.PricePages;
import codeframe.llm.prompt.Evidence;
import codeframe.llm.reading.OutsideValuePages;
import codeframe.llm.reading.OutsideValues;
import codeframe.llm.run.Llm;
import codeframe.llm.run.LlmRunPages;
import codeframe.llm.run.RequestLogPages;
import codeframe.llm.run.StabilityDesign;
import codeframe.llm.server.AllowedPlaces;
import codeframe.llm.server.AnnotationClient;
import codeframe.llm.server.KeyVault;
import codeframe.llm.server.PlacesPages;
import codeframe.llm.server.ServerPages;
import codeframe.llm.server.ServerRegistry;
import codeframe.llm.speech.Speech;
import codeframe.llm.stability.StabilityChecks;
import codeframe.user.AccountEvents;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Multimodal models: their servers, what they cost, and runs by them. */
public final class LlmWiring {
    private LlmWiring() {}

    public static Llm make(Config config, Jdbi jdbi, ImageDecoder decoder, Clock clock) {
        var keyVault = KeyVault.open(config.secretKey(), config.data());
        return new Llm(jdbi, keyVault, decoder, clock, Llm.Tuning.usual(config.llmInFlight()));
    }

    /** How images go to a service that is none of these models, by the same rules. */
    public static VisionClient vision(Llm llm, Clock clock) {
        return new AnnotationClient(llm.clients(), llm.keyVault(), clock);
    }

    /** What is said in videos, written down by the same servers. */
    public static Speech speech(FeatureContext context, Llm llm) {
        var background = new Speech.Background(
                ImageWiring.sounds(context),
                llm.concurrency(),
                context.clock(),
                context.jobs(),
                Llm.Tuning.usual(1).firstWait());
        return new Speech(context.jdbi(), llm.clients(), background, context.events());
    }

    public static void mount(FeatureContext context, Llm llm, RunParts runs, JavalinDefaultRoutingApi routes) {
        var access = context.access();
        var templates = context.templates();
        context.tasks().add(llm.sweep());
        var registry = new ServerRegistry(llm.servers(), llm.habits(), llm.keyVault(), llm.clients(), context.events());
        new ServerPages(
                        registry,
                        llm.clients(),
                        llm.modelCheck(),
                        llm.learntLimits(),
                        new ServerPages.Shell(access, templates))
                .mount(routes);
        var administration = new AdministrationView(access);
        new PlacesPages(context.rows(AllowedPlaces.class), context.rows(AccountEvents.class), administration, templates)
                .mount(routes);
        var shell = new PricePages.Shell(access, templates);
        new PricePages(llm.servers(), llm.prices(), context.events(), shell, context.clock()).mount(routes);
        new CostPages(context.rows(Costs.class), runs.runs(), access, templates).mount(routes);
        var rows = new RequestLogPages.Rows(
                context.rows(Costs.class), context.rows(Answered.class), context.rows(Budgets.class), context.events());
        new RequestLogPages(runs.control(), runs.views(), rows, access, templates).mount(routes);
        var outside = new OutsideValues(context.jdbi(), runs.views(), context.events());
        new OutsideValuePages(runs.control(), outside, access, templates).mount(routes);
        for (var evidence : Evidence.values()) {
            var start = llm.start(evidence, runs.offers(), runs.orders(), runs.control(), runs.images());
            var repetition = new StabilityDesign(start, runs.images(), context.rows(StabilityChecks.class));
            new LlmRunPages(start, repetition, context.rows(PromptExamples.class), access, templates).mount(routes);
        }
    }
}
