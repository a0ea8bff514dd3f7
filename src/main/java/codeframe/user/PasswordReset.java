package codeframe.user;

import codeframe.web.Problem;
import codeframe.web.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Makes links with which others choose a new password, for whoever may; each is in the trail of the account. */
public final class PasswordReset {
    private final ResetLinks links;
    private final AccountEvents events;
    private final Clock clock;

    public PasswordReset(ResetLinks links, AccountEvents events, Clock clock) {
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /** Whose password this person may reset. */
    public Set<Long> allowed(User maker) {
        return Set.copyOf(links.resettable(maker.id()));
    }

    /**
     * The path of the link; it is told this once.
     *
     * @throws Problem.Forbidden when the account has rights that its maker lacks
     */
    public String make(User maker, long user) {
        if (!allowed(maker).contains(user)) {
            throw new Problem.Forbidden("You cannot reset the password of this account.");
        }
        events.add(user, maker.id(), "made a link that resets the password");
        return path(user, maker.id());
    }

    /** For whoever sits at the computer itself and can read the database anyway. */
    public String makeHere(long user) {
        events.add(user, null, "made a link that resets the password, at the computer itself");
        return path(user, null);
    }

    private String path(long user, Long maker) {
        var token = Secrets.token();
        links.put(user, Secrets.hash(token), maker, clock.instant().plus(Duration.ofHours(ResetLinks.HOURS)));
        return "/reset/" + token;
    }

    Optional<ResetLinks.Link> open(String token) {
        return links.open(Secrets.hash(token), clock.instant());
    }

    /** Sets the new password; empty when the link was used a moment ago. */
    Optional<Credentials.Ended> use(String token, ResetLinks.Link link, String password) {
        var ended = links.use(Secrets.hash(token), link.userId(), Passwords.hash(password));
        ended.ifPresent(
                all -> events.add(link.userId(), link.userId(), "chose a new password by a reset link; " + all.told()));
        return ended;
    }
}
