package codeframe.coding.gold;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** The agreed truth of a sample, each code with where it comes from. */
public final class GoldPages {
    private static final int PER_PAGE = 50;

    private final Adjudication adjudication;
    private final Access access;
    private final Templates templates;

    public GoldPages(Adjudication adjudication, Access access, Templates templates) {
        this.adjudication = adjudication;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/samples/{sample}/gold", this::show, Role.VIEWER);
    }

    private void show(Context ctx) {
        var round = AdjudicationPages.round(ctx, adjudication);
        var all = adjudication.settled(round, Access.user(ctx).id());
        var route = Params.query(ctx, "route");
        int from = (int) Params.number(ctx, "from", 0, 0, Integer.MAX_VALUE);
        var chosen = round.closed() ? chosen(all, route) : List.<GoldUnit>of();
        var shown = chosen.stream().skip(from).limit(PER_PAGE).toList();
        var list = new GoldList(round, Settling.counts(all), route, shown, from, chosen.size());
        ctx.html(templates
                .goldList(access.page(ctx, "Gold of " + round.name(), "samples"), list)
                .render());
    }

    private static List<GoldUnit> chosen(List<GoldUnit> all, String route) {
        return all.stream()
                .filter(unit -> route.isEmpty()
                        ? unit.gold().isPresent()
                        : Settling.route(unit).equals(route))
                .toList();
    }
}
