package codeframe;

import codeframe.codebook.Codebooks;
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
    }
}
