package codeframe.run.review;

import codeframe.project.Access;
import codeframe.run.ReviewGallery;
import codeframe.run.Run;
import codeframe.run.RunCodes;
import codeframe.run.RunControl;
import codeframe.run.RunViews;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a run said of which images, category by category. */
public final class ReviewPages {
    private static final int PER_PAGE = 60;

    private final RunCodes codes;
    private final RunViews views;
    private final RunControl control;
    private final Access access;
    private final Templates templates;

    public ReviewPages(RunCodes codes, RunViews views, RunControl control, Access access, Templates templates) {
        this.codes = codes;
        this.views = views;
        this.control = control;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/runs/{run}/review/{variable}", this::show, Role.VIEWER);
    }

    private void show(Context ctx) {
        var run = control.run(Access.project(ctx).id(), Params.id(ctx, "run"));
        var gallery = gallery(ctx, run);
        long user = Access.user(ctx).id();
        var page = access.page(ctx, gallery.variable().label() + ", " + run.name(), "runs");
        ctx.html(templates
                .runReview(page, gallery, views.view(run, user).model(), views.withheld(run, user))
                .render());
    }

    private ReviewGallery gallery(Context ctx, Run run) {
        var variable = views.variables(run).stream()
                .filter(one -> one.key().equals(ctx.pathParam("variable")))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("variable"));
        long viewer = Access.user(ctx).id();
        var counts = codes.counts(run, variable.key(), viewer);
        var value = Params.query(ctx, "value").isEmpty() ? mostFrequent(counts) : Params.query(ctx, "value");
        var order = order(Params.query(ctx, "order"));
        var after = place(Params.query(ctx, "after"), order);
        var asked = new RunCodes.Asked(run, variable.key(), value, viewer);
        var images = codes.page(asked, order, after, PER_PAGE + 1);
        boolean more = images.size() > PER_PAGE;
        return new ReviewGallery(
                run, variable, counts, value, order, more ? images.subList(0, PER_PAGE) : images, more);
    }

    private static String mostFrequent(List<RunCodes.Count> counts) {
        return counts.stream()
                .filter(count -> count.value() != null)
                .max(Comparator.comparingLong(RunCodes.Count::n))
                .map(RunCodes.Count::value)
                .orElse("");
    }

    private static RunCodes.Order order(String word) {
        return Arrays.stream(RunCodes.Order.values())
                .filter(order -> order.word().equals(word))
                .findFirst()
                .orElse(RunCodes.Order.DOUBTFUL);
    }

    private static RunCodes.Place place(String text, RunCodes.Order order) {
        var parts = text.split(":", 2);
        if (parts.length < 2) {
            return RunCodes.Place.first(order);
        }
        try {
            return new RunCodes.Place(Float.parseFloat(parts[0]), Long.parseLong(parts[1]));
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("There is no such page; begin at the first.");
        }
    }
}
