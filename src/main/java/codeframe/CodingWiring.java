package codeframe;

import codeframe.codebook.Codebooks;
import codeframe.coding.screen.Claims;
import codeframe.coding.screen.Coding;
import codeframe.coding.screen.Decisions;
import codeframe.coding.screen.DeskPages;
import codeframe.coding.screen.Desks;
import codeframe.coding.screen.Items;
import codeframe.coding.screen.SilentClaims;
import io.javalin.router.JavalinDefaultRoutingApi;

/** People code a drawn sample, and their codes become gold. */
final class CodingWiring {
    private CodingWiring() {}

    static void mount(Kit kit, JavalinDefaultRoutingApi routes) {
        var claims = kit.rows(Claims.class);
        kit.tasks().add(new SilentClaims(claims, kit.clock()).task());
        var coding = new Coding(
                new Coding.Rows(kit.rows(Desks.class), claims, kit.rows(Items.class), kit.rows(Decisions.class)),
                kit.rows(Codebooks.class),
                kit.clock());
        new DeskPages(coding, kit.access()).mount(routes);
    }
}
