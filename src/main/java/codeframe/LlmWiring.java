package codeframe;

import codeframe.image.decode.ImageDecoder;
import codeframe.llm.example.Examples;
import codeframe.llm.price.Answered;
import codeframe.llm.price.Budgets;
import codeframe.llm.price.CostPages;
import codeframe.llm.price.Costs;
import codeframe.llm.price.LedgerRows;
import codeframe.llm.price.PricePages;
import codeframe.llm.run.AskedPages;
import codeframe.llm.run.Llm;
import codeframe.llm.run.LlmRunPages;
import codeframe.llm.run.Repetition;
import codeframe.llm.server.Registry;
import codeframe.llm.server.ServerPages;
import codeframe.llm.server.Vault;
import codeframe.llm.stability.StabilityChecks;
import codeframe.run.RunParts;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Multimodal models: their servers, what they cost, and runs by them. */
final class LlmWiring {
    private LlmWiring() {}

    static Llm make(Config config, Jdbi jdbi, ImageDecoder decoder, Clock clock) {
        var vault = Vault.open(config.secretKey(), config.data());
        return new Llm(jdbi, vault, decoder, clock, Llm.Tuning.usual(config.llmInFlight()));
    }

    static void mount(Kit kit, Llm llm, RunParts runs, JavalinDefaultRoutingApi routes) {
        var access = kit.access();
        var templates = kit.templates();
        kit.tasks().add(llm.sweep());
        var registry = new Registry(llm.servers(), llm.vault(), kit.events());
        new ServerPages(registry, llm.clients(), access, templates).mount(routes);
        var shell = new PricePages.Shell(access, templates);
        new PricePages(llm.servers(), llm.prices(), kit.events(), shell, kit.clock()).mount(routes);
        new CostPages(kit.rows(Costs.class), new LedgerRows(kit.jdbi()), runs.runs(), access, templates).mount(routes);
        var rows = new AskedPages.Rows(
                kit.rows(Costs.class), kit.rows(Answered.class), kit.rows(Budgets.class), kit.events());
        new AskedPages(runs.control(), runs.views(), rows, access, templates).mount(routes);
        var start = llm.start(runs);
        var repetition = new Repetition(start, runs.images(), kit.rows(StabilityChecks.class));
        new LlmRunPages(start, repetition, kit.rows(Examples.class), access, templates).mount(routes);
    }
}
