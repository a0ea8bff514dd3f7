package codeframe.user;

import codeframe.templates.Templates;
import codeframe.web.Page;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Visitor;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Where a reset link leads: a new password, and in. */
public final class ResetPages {
    private final PasswordReset reset;
    private final Users users;
    private final SignIn signIn;
    private final Visitor visitor;
    private final Templates templates;

    public ResetPages(PasswordReset reset, Users users, SignIn signIn, Visitor visitor, Templates templates) {
        this.reset = reset;
        this.users = users;
        this.signIn = signIn;
        this.visitor = visitor;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/reset/{token}", ctx -> draw(ctx, ""), Role.ANYONE);
        routes.post("/reset/{token}", this::choose, Role.ANYONE);
    }

    private void draw(Context ctx, String mistake) {
        var link = link(ctx);
        var page = new Page("New password", "account", null, null, visitor.csrf(ctx), visitor.takeNotice(ctx));
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(templates.userReset(page, link, mistake).render());
    }

    private void choose(Context ctx) {
        var link = link(ctx);
        var password = AccountForm.password(ctx);
        var mistake = Passwords.mistake(password);
        if (!mistake.isEmpty()) {
            draw(ctx, mistake);
            return;
        }
        var ended = reset.use(ctx.pathParam("token"), link, password).orElseThrow(ResetPages::gone);
        signIn.start(ctx, users.user(link.userId()).orElseThrow(ResetPages::gone));
        visitor.notice(ctx, "Your new password is set, and " + ended.told() + ".");
        ctx.redirect("/");
    }

    private ResetLinks.Link link(Context ctx) {
        return reset.open(ctx.pathParam("token")).orElseThrow(ResetPages::gone);
    }

    private static Problem gone() {
        return new Problem.LinkOver("A reset link works once, within " + ResetLinks.HOURS
                + " hours. If you have chosen your new password already, sign in with it; if not, the old one still holds,"
                + " and whoever sent you the link can make a new one.");
    }
}
