package codeframe.user;

import codeframe.templates.Templates;
import codeframe.web.Page;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Secrets;
import codeframe.web.Visitor;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;

/** A person's own account: name, password, where they are signed in, API tokens. */
public final class AccountPages {
    private final Users users;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Visitor visitor;
    private final Templates templates;

    public AccountPages(Users users, Sessions sessions, SignIn signIn, Visitor visitor, Templates templates) {
        this.users = users;
        this.sessions = sessions;
        this.signIn = signIn;
        this.visitor = visitor;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/account", ctx -> show(ctx, Map.of(), ""), Role.SIGNED_IN);
        routes.post("/account/name", this::rename, Role.SIGNED_IN);
        routes.post("/account/password", this::changePassword, Role.SIGNED_IN);
        routes.post("/account/sign-out-everywhere", this::signOutEverywhere, Role.SIGNED_IN);
        routes.post("/account/tokens", this::addToken, Role.SIGNED_IN);
        routes.post("/account/tokens/{token}/delete", this::deleteToken, Role.SIGNED_IN);
    }

    /** @param newToken the token just made, to be shown this once; else empty */
    private void show(Context ctx, Map<String, String> mistakes, String newToken) {
        var user = user(ctx);
        var page = new Page("Your account", "account", user.shown(), null, visitor.csrf(ctx), visitor.takeNotice(ctx));
        var here = Secrets.hash(visitor.token(ctx));
        ctx.status(mistakes.isEmpty() ? 200 : 422)
                .html(templates
                        .userAccount(
                                page,
                                user,
                                sessions.sessions(user.id(), here),
                                sessions.tokens(user.id()),
                                mistakes,
                                newToken)
                        .render());
    }

    private void rename(Context ctx) {
        var name = Params.text(ctx, "name");
        if (name.isEmpty() || name.length() > 100) {
            show(ctx, Map.of("name", "Enter your name, at most 100 characters."), "");
            return;
        }
        users.rename(user(ctx).id(), name);
        back(ctx, "Your name is changed.");
    }

    private void changePassword(Context ctx) {
        var user = user(ctx);
        var mistake = Passwords.mistake(AccountForm.password(ctx));
        var old = ctx.formParam("old");
        if (old == null || signIn.byPassword(ctx, user.email(), old).isEmpty()) {
            show(ctx, Map.of("old", "That is not your present password."), "");
        } else if (!mistake.isEmpty()) {
            show(ctx, Map.of("password", mistake), "");
        } else {
            users.setPassword(user.id(), Passwords.hash(AccountForm.password(ctx)));
            sessions.endOthers(user.id(), Secrets.hash(visitor.token(ctx)));
            back(ctx, "Your password is changed, and you are signed out everywhere else.");
        }
    }

    private void signOutEverywhere(Context ctx) {
        int ended = sessions.endOthers(user(ctx).id(), Secrets.hash(visitor.token(ctx)));
        back(ctx, ended == 0 ? "You were signed in nowhere else." : "You are signed out everywhere else.");
    }

    private void addToken(Context ctx) {
        var name = Params.text(ctx, "name");
        if (name.isEmpty() || name.length() > 100) {
            show(ctx, Map.of("token", "Name the token after what will use it, at most 100 characters."), "");
            return;
        }
        var token = Secrets.token();
        sessions.addToken(user(ctx).id(), name, Secrets.hash(token));
        show(ctx, Map.of(), token);
    }

    private void deleteToken(Context ctx) {
        if (sessions.deleteToken(user(ctx).id(), Params.id(ctx, "token")) == 0) {
            throw new Problem.NotFound("token");
        }
        back(ctx, "The token is deleted; it no longer works.");
    }

    private void back(Context ctx, String notice) {
        visitor.notice(ctx, notice);
        ctx.redirect("/account");
    }

    private User user(Context ctx) {
        return signIn.person(ctx).orElseThrow(Problem.SignInNeeded::new);
    }
}
