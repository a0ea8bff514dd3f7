package codeframe.vote;

import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.run.FormerRun;
import codeframe.run.RunControl;
import codeframe.run.RunOffers;
import codeframe.run.RunOrders;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** Choosing voters, variables and a rule, and starting the vote. */
public final class NewVotePages {
    private final Start start;
    private final Access access;
    private final Templates templates;

    /** The way to a vote: what may be chosen, whether the choice holds, go. */
    public record Start(RunOffers offers, RunOrders orders, RunControl control, VoteRows rows) {}

    public NewVotePages(Start start, Access access, Templates templates) {
        this.start = start;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/votes/new", this::form, Role.OWNER);
        routes.post("/projects/{project}/votes", this::start, Role.OWNER);
    }

    private void form(Context ctx) {
        long project = Access.project(ctx).id();
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        var offer = start.offers().offer(project, "vote", filter);
        var candidates = start.rows().candidates(project);
        var former = start.control().former(project, Params.query(ctx, "like"), "vote");
        var form = former.map(run -> NewVoteForm.like(run, offer, candidates, filter))
                .orElseGet(() -> NewVoteForm.proposed(
                        offer,
                        candidates,
                        filter,
                        new NewVoteForm.Proposal(
                                ctx.queryParams("voters"), Params.query(ctx, "pass"), ctx.queryParams("variables"))));
        show(ctx, form, former.map(run -> FormerRun.of(run, offer).and(NewVoteForm.changes(run, candidates))));
    }

    private void show(Context ctx, NewVoteForm form, Optional<FormerRun> former) {
        ctx.status(form.mistakes().isEmpty() ? 200 : 422)
                .html(templates
                        .voteNewVote(access.page(ctx, "New vote", "runs"), form, former.orElse(null))
                        .render());
    }

    private void start(Context ctx) {
        long project = Access.project(ctx).id();
        var filter = ImageFilter.fromQuery(Params.text(ctx, "images"))
                .seenBy(Access.user(ctx).id());
        var offer = start.offers().offer(project, "vote", filter);
        var form = NewVoteForm.typed(offer, start.rows().candidates(project), filter, ctx);
        var reading = start.orders().read(project, form.request());
        if (reading.order().isEmpty()) {
            show(ctx, form.with(reading.mistakes()), Optional.empty());
        } else {
            var run = start.control()
                    .start(reading.order().get(), Access.user(ctx).id());
            ctx.redirect("/projects/" + project + "/runs/" + run.id(), HttpStatus.SEE_OTHER);
        }
    }
}
