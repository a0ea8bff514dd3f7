package codeframe.user;

import codeframe.web.NumberText;
import codeframe.web.Problem;
import codeframe.web.Secrets;
import codeframe.web.Visitor;
import codeframe.web.VisitorAddress;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Who is asking: by the browser's session or by an API token; and the way in and out. */
public final class SignIn {
    private final Sessions sessions;
    private final KnownBrowsers browsers;
    private final Visitor visitor;
    private final VisitorAddress address;
    private final Clock clock;

    public SignIn(Sessions sessions, KnownBrowsers browsers, Visitor visitor, VisitorAddress address, Clock clock) {
        this.sessions = sessions;
        this.browsers = browsers;
        this.visitor = visitor;
        this.address = address;
        this.clock = clock;
    }

    /** The person of the token in the header, else of the session. */
    public Optional<User> person(Context ctx) {
        return bearer(ctx).map(this::ofToken).orElseGet(() -> ofSession(ctx));
    }

    private Optional<User> ofToken(String token) {
        var hash = Secrets.hash(token);
        var user = sessions.userOfToken(hash, clock.instant());
        if (user.isEmpty()) {
            sessions.ranOut(hash, clock.instant()).ifPresent(at -> {
                throw new Problem.SignInNeeded("This API token ended on " + NumberText.moment(at)
                        + ". Make a new one on your account page and put it in the script.");
            });
        }
        user.ifPresent(found -> sessions.tokenUsed(hash, clock.instant()));
        return user;
    }

    private Optional<User> ofSession(Context ctx) {
        var hash = Secrets.hash(visitor.token(ctx));
        var user = sessions.user(hash, clock.instant().minus(Duration.ofDays(Sessions.DAYS)));
        user.ifPresent(found -> sessions.seen(hash, clock.instant()));
        return user;
    }

    public static Optional<String> bearer(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    /**
     * Signs the browser in under a new token: one that somebody planted in it before is worth nothing.
     *
     * @throws Problem.Forbidden when the account has been disabled meanwhile
     */
    public void start(Context ctx, User user) {
        var agent = Optional.ofNullable(ctx.userAgent()).orElse("");
        sessions.end(Secrets.hash(visitor.token(ctx)));
        int started = sessions.start(
                Secrets.hash(visitor.renew(ctx)),
                user.id(),
                clock.instant(),
                address.of(ctx),
                agent.substring(0, Math.min(200, agent.length())));
        if (started == 0) {
            throw new Problem.Forbidden("Your account is disabled. An administrator of this installation can enable it"
                    + " again; your work is kept.");
        }
        browsers.remember(user.id(), Secrets.hash(visitor.keepBrowser(ctx)), clock.instant());
        sessions.dropOld(clock.instant().minus(Duration.ofDays(Sessions.DAYS)));
    }

    public void end(Context ctx) {
        sessions.end(Secrets.hash(visitor.token(ctx)));
        visitor.renew(ctx);
    }
}
