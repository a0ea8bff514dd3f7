package codeframe.coding.gold;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What coders did not agree on, one by one. */
public final class AdjudicationPages {
    private final Adjudication adjudication;
    private final Access access;
    private final Templates templates;

    public AdjudicationPages(Adjudication adjudication, Access access, Templates templates) {
        this.adjudication = adjudication;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/samples/{sample}/adjudication", this::next, Role.OWNER);
        routes.get("/projects/{project}/samples/{sample}/adjudication/{image}/{variable}", this::again, Role.OWNER);
        routes.post("/projects/{project}/samples/{sample}/adjudication/{image}/{variable}", this::decide, Role.OWNER);
    }

    static Round round(Context ctx, Adjudication adjudication) {
        return adjudication.round(Access.project(ctx).id(), Params.id(ctx, "sample"));
    }

    private void next(Context ctx) {
        var round = round(ctx, adjudication);
        var all = adjudication.settled(round, user(ctx));
        var contested = all.stream().filter(GoldUnit::contested).toList();
        var filter = UnitFilter.of(ctx);
        var next = Adjudication.next(contested, filter, Params.query(ctx, "after"));
        if (round.closed() && next.isPresent()) {
            draw(ctx, adjudication.open(round, all, next.get(), filter, user(ctx)));
        } else if (ctx.header("HX-Request") != null) {
            // The end is a page of another kind: the browser goes there instead of swapping it in.
            ctx.header("HX-Redirect", round.path() + "/adjudication?" + filter.query());
        } else {
            var page = access.page(ctx, "Adjudicate " + round.name(), "samples");
            ctx.html(templates
                    .goldDone(page, round, filter, Settling.counts(all))
                    .render());
        }
    }

    private static long user(Context ctx) {
        return Access.user(ctx).id();
    }

    private void draw(Context ctx, Case contested) {
        var page = access.page(ctx, "Adjudicate " + contested.round().name(), "samples");
        ctx.html(templates.goldAdjudicate(page, contested).render());
    }

    /** A unit by its address: to settle it now, or to change what was settled. */
    private void again(Context ctx) {
        var round = closed(ctx);
        var all = adjudication.settled(round, user(ctx));
        var unit = Adjudication.unit(all, Params.id(ctx, "image"), ctx.pathParam("variable"));
        draw(ctx, adjudication.open(round, all, unit, UnitFilter.of(ctx), user(ctx)));
    }

    private Round closed(Context ctx) {
        var round = round(ctx, adjudication);
        if (!round.closed()) {
            throw new Problem.Conflict("This sample is still being coded. Close the coding first.");
        }
        return round;
    }

    private void decide(Context ctx) {
        var round = closed(ctx);
        var all = adjudication.settled(round, user(ctx));
        var unit = Adjudication.unit(all, Params.id(ctx, "image"), ctx.pathParam("variable"));
        var form = RulingForm.of(ctx);
        var filter = UnitFilter.of(ctx);
        var mistake = adjudication.decide(round, unit, form, user(ctx));
        if (mistake.isEmpty()) {
            var notice = form.toCodebook() ? "Noted in the draft of the codebook." : "";
            access.redirect(ctx, round.path() + "/adjudication?" + filter.query() + "&after=" + unit.name(), notice);
        } else {
            var shown = adjudication.open(round, all, unit, filter, user(ctx));
            ctx.status(422);
            draw(ctx, shown.typed(form, mistake));
        }
    }
}
