package codeframe;

import codeframe.codebook.Codebooks;
import codeframe.coding.gold.Adjudication;
import codeframe.coding.gold.AdjudicationPages;
import codeframe.coding.gold.Examples;
import codeframe.coding.gold.GoldPages;
import codeframe.coding.gold.Notebook;
import codeframe.coding.gold.Rounds;
import codeframe.coding.gold.Settling;
import codeframe.coding.gold.Units;
import codeframe.coding.screen.Claims;
import codeframe.coding.screen.Coding;
import codeframe.coding.screen.CodingPages;
import codeframe.coding.screen.Decisions;
import codeframe.coding.screen.DeskPages;
import codeframe.coding.screen.Desks;
import codeframe.coding.screen.GuidePages;
import codeframe.coding.screen.Items;
import codeframe.coding.screen.News;
import codeframe.coding.screen.SilentClaims;
import codeframe.coding.screen.Visits;
import io.javalin.router.JavalinDefaultRoutingApi;

/** People code a drawn sample, and their codes become gold. */
final class CodingWiring {
    private CodingWiring() {}

    static void mount(Kit kit, JavalinDefaultRoutingApi routes) {
        var claims = kit.rows(Claims.class);
        kit.tasks().add(new SilentClaims(claims, kit.clock()).task());
        var codebooks = kit.rows(Codebooks.class);
        var coding = new Coding(
                new Coding.Rows(kit.rows(Desks.class), claims, kit.rows(Items.class), kit.rows(Decisions.class)),
                codebooks,
                kit.clock());
        var news = new News(kit.rows(Visits.class), codebooks);
        new CodingPages(coding, news, kit.access(), kit.templates()).mount(routes);
        new DeskPages(coding, kit.access()).mount(routes);
        new GuidePages(coding, news, kit.access(), kit.templates()).mount(routes);
        mountGold(kit, codebooks, routes);
    }

    private static void mountGold(Kit kit, Codebooks codebooks, JavalinDefaultRoutingApi routes) {
        var adjudication = new Adjudication(
                new Units(kit.rows(Rounds.class)),
                new Settling(kit.jdbi()),
                new Notebook(codebooks),
                kit.rows(Examples.class));
        new AdjudicationPages(adjudication, kit.access(), kit.templates()).mount(routes);
        new GoldPages(adjudication, kit.access(), kit.templates()).mount(routes);
    }
}
