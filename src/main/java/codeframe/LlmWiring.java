package codeframe;

import codeframe.llm.price.PricePages;
import codeframe.llm.price.Prices;
import codeframe.llm.server.LlmClients;
import codeframe.llm.server.LlmServers;
import codeframe.llm.server.Registry;
import codeframe.llm.server.ServerPages;
import codeframe.llm.server.Vault;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Multimodal models: their servers, what they cost, and runs by them. */
final class LlmWiring {
    private LlmWiring() {}

    static void mount(Kit kit, JavalinDefaultRoutingApi routes) {
        var servers = kit.rows(LlmServers.class);
        var prices = kit.rows(Prices.class);
        var vault = Vault.open(kit.config().secretKey(), kit.config().data());
        var clients = new LlmClients(servers, vault);
        var registry = new Registry(servers, vault, kit.events());
        new ServerPages(registry, clients, kit.access(), kit.templates()).mount(routes);
        var shell = new PricePages.Shell(kit.access(), kit.templates());
        new PricePages(servers, prices, kit.events(), shell, kit.clock()).mount(routes);
    }
}
