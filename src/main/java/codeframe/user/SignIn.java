package codeframe.user;

import codeframe.web.Problem;
import codeframe.web.Secrets;
import codeframe.web.Visitor;
import codeframe.web.VisitorAddress;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Who is asking: by the browser's session or by an API token; and the throttled way in and out. */
public final class SignIn {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FAILURES_OF_ACCOUNT = 10;
    private static final int FAILURES_OF_ADDRESS = 50;

    private final Users users;
    private final Sessions sessions;
    private final Visitor visitor;
    private final Clock clock;
    private final VisitorAddress address;

    public SignIn(Users users, Sessions sessions, Visitor visitor, Clock clock, VisitorAddress address) {
        this.users = users;
        this.sessions = sessions;
        this.visitor = visitor;
        this.clock = clock;
        this.address = address;
    }

    /** The person of the token in the header, else of the session. */
    public Optional<User> person(Context ctx) {
        var token = bearer(ctx);
        if (token.isPresent()) {
            var hash = Secrets.hash(token.get());
            var user = sessions.userOfToken(hash);
            user.ifPresent(found -> sessions.tokenUsed(hash, clock.instant()));
            return user;
        }
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

    /** Empty when address and password do not belong together. */
    public Optional<User> byPassword(Context ctx, String email, String password) {
        refuseTooMany(ctx, email);
        var user = users.userByEmail(email);
        if (user.isEmpty()) {
            Passwords.spendTheTime(password);
        } else if (Passwords.matches(password, users.passwordHash(user.get().id()))) {
            users.forgetFailures(email);
            return user;
        }
        users.addFailure(email, address.of(ctx), clock.instant());
        return Optional.empty();
    }

    private void refuseTooMany(Context ctx, String email) {
        var since = clock.instant().minus(WINDOW);
        if (users.failuresOfAccount(email, since) >= FAILURES_OF_ACCOUNT
                || users.failuresOfAddress(address.of(ctx), since) >= FAILURES_OF_ADDRESS) {
            throw new Problem.TooManyAttempts(
                    "Too many attempts with a wrong password. Wait 15 minutes, then try again.");
        }
    }

    public void start(Context ctx, User user) {
        var agent = Optional.ofNullable(ctx.userAgent()).orElse("");
        sessions.end(Secrets.hash(visitor.token(ctx)));
        var token = visitor.renew(ctx);
        sessions.start(
                Secrets.hash(token),
                user.id(),
                clock.instant(),
                address.of(ctx),
                agent.substring(0, Math.min(200, agent.length())));
        dropOld();
    }

    public void end(Context ctx) {
        sessions.end(Secrets.hash(visitor.token(ctx)));
        visitor.renew(ctx);
    }

    private void dropOld() {
        sessions.dropOld(clock.instant().minus(Duration.ofDays(Sessions.DAYS)));
        users.dropFailures(clock.instant().minus(Duration.ofDays(1)));
    }
}
