package codeframe.user;

import codeframe.web.NumberText;
import codeframe.web.Problem;
import codeframe.web.Secrets;
import codeframe.web.Visitor;
import codeframe.web.VisitorAddress;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether address and password belong together. A try is counted before it is made, by account and network address and,
 * more loosely, by network address alone; a browser in which the account was signed in before has a count of its own, so
 * that nobody else can make its owner wait.
 */
public final class PasswordCheck {
    private static final Duration KEPT = Duration.ofDays(2);
    /** The first half of an IPv6 address is the network; the second its owner chooses, and another for each try. */
    private static final int NETWORK_BYTES = 8;

    private final Rows rows;
    private final Visitor visitor;
    private final VisitorAddress address;
    private final Clock clock;

    /** What it reads and writes. */
    public record Rows(Users users, SignInTries tries, KnownBrowsers browsers) {}

    public PasswordCheck(Rows rows, Visitor visitor, VisitorAddress address, Clock clock) {
        this.rows = rows;
        this.visitor = visitor;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Empty when address and password do not belong together. A disabled account is answered, and counted, as if the
     * password were wrong.
     *
     * @throws Problem.TooManyAttempts when it is too early for another try; the password is then not looked at
     */
    public Optional<User> user(Context ctx, String email, String password) {
        var counted = counted(ctx, email);
        count(ctx, counted);
        var user = rows.users.userByEmail(email);
        if (user.isEmpty()) {
            Passwords.spendTheTime(password);
            return Optional.empty();
        }
        var right = user.filter(found -> Passwords.matches(password, rows.users.passwordHash(found.id())))
                .filter(found -> !rows.users.isDisabled(found.id()));
        if (right.isPresent()) {
            rows.tries.forget(counted.get(counted.size() - 1).subject());
            counted.subList(0, counted.size() - 1).forEach(one -> rows.tries.takeBack(one.subject()));
            dropOld();
        }
        return right;
    }

    /** In the order in which they are locked; the account's own is the last. */
    private List<SignInTries.Counted> counted(Context ctx, String email) {
        var who = email.toLowerCase(Locale.ROOT);
        var browser = visitor.browser(ctx);
        if (!browser.isEmpty() && rows.browsers.knows(email, Secrets.hash(browser))) {
            return List.of(counted(SignInTries.Limit.ACCOUNT, "browser", who, browser));
        }
        var network = network(address.of(ctx));
        return List.of(
                counted(SignInTries.Limit.ADDRESS, "address", network),
                counted(SignInTries.Limit.ACCOUNT, "account", who, network));
    }

    private static SignInTries.Counted counted(SignInTries.Limit limit, String... parts) {
        return new SignInTries.Counted(Secrets.hash(String.join("\n", parts)), limit);
    }

    private void count(Context ctx, List<SignInTries.Counted> counted) {
        var now = clock.instant();
        try {
            rows.tries.count(counted, now);
        } catch (SignInTries.TooEarly e) {
            long seconds = secondsUntil(now, e.freeAt());
            ctx.header("Retry-After", Long.toString(seconds));
            throw new Problem.TooManyAttempts("Too many wrong passwords. Try again in "
                    + NumberText.count(seconds, "second", "seconds") + "; this password was not looked at.");
        }
    }

    private static long secondsUntil(Instant now, Instant freeAt) {
        return Math.max(1, Duration.between(now, freeAt).plusMillis(999).toSeconds());
    }

    /** The IPv4 address, or the network of an IPv6 address. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] number = InetAddress.getByName(address.replaceAll("[\\[\\]]|%.*", ""))
                    .getAddress();
            return number.length == 16
                    ? HexFormat.of().formatHex(number, 0, NETWORK_BYTES)
                    : InetAddress.getByAddress(number).getHostAddress();
        } catch (UnknownHostException notANumber) {
            return address;
        }
    }

    /** So that nothing piles up. */
    private void dropOld() {
        rows.tries.dropOld(clock.instant().minus(KEPT));
        rows.browsers.dropOld(clock.instant().minus(Duration.ofDays(400)));
    }
}
