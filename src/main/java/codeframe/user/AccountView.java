package codeframe.user;

import codeframe.templates.Templates;
import codeframe.web.Page;
import codeframe.web.Problem;
import codeframe.web.Secrets;
import codeframe.web.Visitor;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The page of a person's own account, which each of its forms draws again. */
public final class AccountView {
    private static final int EVENTS = 20;

    private final Rows rows;
    private final SignIn signIn;
    private final Visitor visitor;
    private final Templates templates;
    private final Clock clock;

    /** What it reads. */
    public record Rows(Sessions sessions, AccountEvents events) {}

    /** What stands on the page besides the person. */
    public record Shown(
            List<Sessions.Session> sessions,
            List<Sessions.ApiToken> tokens,
            List<AccountEvents.Event> events,
            Instant now) {}

    public AccountView(Rows rows, SignIn signIn, Visitor visitor, Templates templates, Clock clock) {
        this.rows = rows;
        this.signIn = signIn;
        this.visitor = visitor;
        this.templates = templates;
        this.clock = clock;
    }

    /** @throws Problem.Forbidden for a script: a token that ends must not make one that does not */
    User user(Context ctx) {
        if (SignIn.bearer(ctx).isPresent()) {
            throw new Problem.Forbidden("An account is changed in the browser, not with an API token.");
        }
        return signIn.person(ctx).orElseThrow(Problem.SignInNeeded::new);
    }

    /** @param newToken the token just made, to be shown this once; else empty */
    void show(Context ctx, Map<String, String> mistakes, String newToken) {
        var user = user(ctx);
        var page = new Page("Your account", "account", user.shown(), null, visitor.csrf(ctx), visitor.takeNotice(ctx));
        ctx.status(mistakes.isEmpty() ? 200 : 422)
                .html(templates
                        .userAccount(page, user, shown(ctx, user), mistakes, newToken)
                        .render());
    }

    private Shown shown(Context ctx, User user) {
        return new Shown(
                rows.sessions.sessions(user.id(), session(ctx)),
                rows.sessions.tokens(user.id()),
                rows.events.ofUser(user.id(), EVENTS),
                clock.instant());
    }

    void back(Context ctx, String notice) {
        visitor.notice(ctx, notice);
        ctx.redirect("/account");
    }

    /** The hash of the session that is asking. */
    byte[] session(Context ctx) {
        return Secrets.hash(visitor.token(ctx));
    }

    /** The hash by which the browser that is asking is known. */
    byte[] browser(Context ctx) {
        return Secrets.hash(visitor.browser(ctx));
    }
}
