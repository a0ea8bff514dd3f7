package codeframe.removal;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.NumberText;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Images are removed: one from its page, some from the gallery, those of an import. First it is said what goes. */
public final class RemovalPages {
    private static final int LONGEST_REASON = 500;

    private final Removing removing;
    private final Removals removals;
    private final Access access;
    private final Templates templates;

    public RemovalPages(Removing removing, Removals removals, Access access, Templates templates) {
        this.removing = removing;
        this.removals = removals;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/removals", this::list, Role.VIEWER);
        routes.get(
                "/projects/{project}/images/{image}/remove",
                ctx -> ask(ctx, RemovalRequest.ofImage(Params.id(ctx, "image"))),
                Role.OWNER);
        routes.get(
                "/projects/{project}/imports/{import}/undo",
                ctx -> ask(ctx, RemovalRequest.ofImport(Params.id(ctx, "import"))),
                Role.OWNER);
        routes.post("/projects/{project}/removals/preview", ctx -> ask(ctx, request(ctx)), Role.OWNER);
        routes.post("/projects/{project}/removals", this::remove, Role.OWNER);
    }

    private void list(Context ctx) {
        var all = removals.ofProject(Access.project(ctx).id());
        ctx.html(templates
                .removalList(access.page(ctx, "Removed images", "images"), all)
                .render());
    }

    /** What the form says, whichever page it was sent from. */
    private static RemovalRequest request(Context ctx) {
        var undone = Params.text(ctx, "import");
        return undone.matches("\\d{1,18}")
                ? RemovalRequest.ofImport(Long.parseLong(undone))
                : RemovalRequest.of(ctx.formParams("image"), Params.text(ctx, "query"));
    }

    private static Removing.By by(Context ctx, String reason) {
        return new Removing.By(Access.project(ctx).id(), Access.user(ctx).id(), reason);
    }

    private void ask(Context ctx, RemovalRequest request) {
        draw(ctx, 200, removing.plan(by(ctx, ""), request), "", "");
    }

    private void draw(Context ctx, int status, RemovalPlan plan, String reason, String mistake) {
        var page = access.page(ctx, plan.title(), "images");
        ctx.status(status)
                .html(templates.removalConfirm(page, plan, reason, mistake).render());
    }

    private void remove(Context ctx) {
        var request = request(ctx);
        var reason = Params.text(ctx, "reason");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            var mistake = "Say why, in at most " + LONGEST_REASON + " characters: samples and reports keep it.";
            draw(ctx, 422, removing.plan(by(ctx, reason), request), reason, mistake);
            return;
        }
        var removed = removing.remove(by(ctx, reason), request, Params.text(ctx, "said"));
        if (removed.done()) {
            access.redirect(ctx, back(ctx, request), said(removed.plan()));
        } else {
            draw(
                    ctx,
                    409,
                    removed.plan(),
                    reason,
                    "Meanwhile more hangs on these images than you were told. Nothing was"
                            + " removed; look at what goes now.");
        }
    }

    private static String back(Context ctx, RemovalRequest request) {
        var base = "/projects/" + Access.project(ctx).id();
        return request.undoes() ? base + "/imports/" + request.importId() : base + "/removals";
    }

    private static String said(RemovalPlan plan) {
        if (plan.images().isEmpty()) {
            return "What the tables of the import said is gone.";
        }
        return NumberText.count(plan.images().size(), "image is", "images are") + " removed, "
                + NumberText.bytes(plan.hanging().rest().bytes()) + " are free."
                + (plan.stays().isEmpty() ? "" : " " + String.join(" ", plan.stays()));
    }
}
