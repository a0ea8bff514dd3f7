package codeframe.project;

import codeframe.templates.Templates;
import codeframe.user.AccountForm;
import codeframe.user.NewAccount;
import codeframe.user.SignIn;
import codeframe.user.User;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Secrets;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;

/** Where an invitation's link leads: join with the account at hand, or make one. */
public final class InvitationPages {
    private final Members members;
    private final NewAccount newAccount;
    private final SignIn signIn;
    private final Access access;
    private final Templates templates;
    private final Clock clock;

    public InvitationPages(
            Members members, NewAccount newAccount, SignIn signIn, Access access, Templates templates, Clock clock) {
        this.members = members;
        this.newAccount = newAccount;
        this.signIn = signIn;
        this.access = access;
        this.templates = templates;
        this.clock = clock;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/invitations/{token}", this::show, Role.ANYONE);
        routes.post("/invitations/{token}/join", this::join, Role.SIGNED_IN);
        routes.post("/invitations/{token}/account", this::makeAccount, Role.ANYONE);
    }

    private void show(Context ctx) {
        signIn.person(ctx).ifPresent(user -> ctx.attribute("user", user));
        draw(ctx, newAccount.form(ctx));
    }

    private void draw(Context ctx, AccountForm form) {
        var page = access.page(ctx, "Invitation", "account");
        ctx.status(form.mistakes().isEmpty() ? 200 : 422)
                .html(templates
                        .projectInvitation(page, offer(ctx), ctx.pathParam("token"), form)
                        .render());
    }

    private Members.Offer offer(Context ctx) {
        return members.offer(Secrets.hash(ctx.pathParam("token")), clock.instant())
                .orElseThrow(InvitationPages::over);
    }

    private void join(Context ctx) {
        accept(ctx, offer(ctx), Access.user(ctx));
    }

    private void makeAccount(Context ctx) {
        var offer = offer(ctx);
        var form = newAccount.form(ctx);
        if (form.mistakes().isEmpty()) {
            var user = newAccount.make(ctx, form);
            if (user.isPresent()) {
                accept(ctx, offer, user.get());
                return;
            }
            form = newAccount.taken(form);
        }
        draw(ctx, form);
    }

    private void accept(Context ctx, Members.Offer offer, User user) {
        if (!members.accept(offer, user.id(), clock.instant())) {
            throw over();
        }
        access.redirect(ctx, "/projects/" + offer.projectId(), "Welcome to " + offer.project() + ".");
    }

    private static Problem over() {
        return new Problem.LinkOver("An invitation works once, until it runs out or is withdrawn. If you have joined"
                + " already, the project is among yours; if not, an owner of it can make a new link.");
    }
}
