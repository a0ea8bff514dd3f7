package codeframe.user;

import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;

/** A person's own account: name, password, where they are signed in. */
public final class AccountPages {
    private final Users users;
    private final Credentials credentials;
    private final AccountEvents events;
    private final PasswordCheck passwords;
    private final AccountView view;

    public AccountPages(
            Users users, Credentials credentials, AccountEvents events, PasswordCheck passwords, AccountView view) {
        this.users = users;
        this.credentials = credentials;
        this.events = events;
        this.passwords = passwords;
        this.view = view;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/account", ctx -> view.show(ctx, Map.of(), ""), Role.SIGNED_IN);
        routes.post("/account/name", this::rename, Role.SIGNED_IN);
        routes.post("/account/password", this::changePassword, Role.SIGNED_IN);
        routes.post("/account/sign-out-everywhere", this::signOutEverywhere, Role.SIGNED_IN);
    }

    private void rename(Context ctx) {
        var user = view.user(ctx);
        var name = Params.text(ctx, "name");
        if (name.isEmpty() || name.length() > AccountForm.LONGEST_NAME) {
            view.show(ctx, Map.of("name", AccountForm.NAME_MISTAKE), "");
            return;
        }
        users.rename(user.id(), name);
        view.back(ctx, "Your name is changed.");
    }

    private void changePassword(Context ctx) {
        var user = view.user(ctx);
        var mistake = Passwords.mistake(AccountForm.password(ctx));
        var old = ctx.formParam("old");
        if (!mistake.isEmpty()) {
            view.show(ctx, Map.of("password", mistake), "");
        } else if (old == null || passwords.user(ctx, user.email(), old).isEmpty()) {
            view.show(ctx, Map.of("old", "That is not your present password."), "");
        } else {
            var hash = Passwords.hash(AccountForm.password(ctx));
            var ended = credentials.change(user.id(), hash, view.session(ctx), view.browser(ctx));
            events.add(user.id(), user.id(), "changed the password; " + ended.told());
            view.back(ctx, "Your password is changed; you stay signed in here, and " + ended.told() + ".");
        }
    }

    private void signOutEverywhere(Context ctx) {
        var user = view.user(ctx);
        int ended = credentials.endSessions(user.id(), view.session(ctx));
        if (ended > 0) {
            events.add(user.id(), user.id(), "signed out everywhere else");
        }
        view.back(ctx, ended == 0 ? "You were signed in nowhere else." : "You are signed out everywhere else.");
    }
}
