package codeframe.wiring;

import codeframe.codebook.Codebooks;
import codeframe.coding.gold.Adjudication;
import codeframe.coding.gold.AdjudicationPages;
import codeframe.coding.gold.CodebookNotes;
import codeframe.coding.gold.GoldPages;
import codeframe.coding.gold.GoldUnits;
import codeframe.coding.gold.GuideExamples;
import codeframe.coding.gold.Rounds;
import codeframe.coding.gold.Settling;
import codeframe.coding.screen.Claims;
import codeframe.coding.screen.CodebookChanges;
import codeframe.coding.screen.CoderAssignments;
import codeframe.coding.screen.Coding;
import codeframe.coding.screen.CodingApi;
import codeframe.coding.screen.CodingItems;
import codeframe.coding.screen.CodingPages;
import codeframe.coding.screen.Decisions;
import codeframe.coding.screen.GuidePages;
import codeframe.coding.screen.SilentClaims;
import codeframe.coding.screen.Visits;
import io.javalin.router.JavalinDefaultRoutingApi;

/** People code a drawn sample, and their codes become gold. */
public final class CodingWiring {
    private CodingWiring() {}

    public static void mount(FeatureContext context, JavalinDefaultRoutingApi routes) {
        var claims = context.rows(Claims.class);
        context.tasks().add(new SilentClaims(claims, context.clock()).task());
        var codebooks = context.rows(Codebooks.class);
        var coding = new Coding(
                new Coding.Rows(
                        context.rows(CoderAssignments.class),
                        claims,
                        context.rows(CodingItems.class),
                        context.rows(Decisions.class)),
                codebooks,
                context.clock());
        var news = new CodebookChanges(context.rows(Visits.class), codebooks);
        new CodingPages(coding, news, context.access(), context.templates()).mount(routes);
        new CodingApi(coding, context.access()).mount(routes);
        new GuidePages(coding, news, context.access(), context.templates()).mount(routes);
        mountGold(context, codebooks, routes);
    }

    private static void mountGold(FeatureContext context, Codebooks codebooks, JavalinDefaultRoutingApi routes) {
        var adjudication = new Adjudication(
                new GoldUnits(context.rows(Rounds.class)),
                new Settling(context.jdbi()),
                new CodebookNotes(codebooks),
                context.rows(GuideExamples.class));
        new AdjudicationPages(adjudication, context.access(), context.templates()).mount(routes);
        new GoldPages(adjudication, context.access(), context.templates()).mount(routes);
    }
}
