package codeframe.user;

import codeframe.web.Choice;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Secrets;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person's API tokens: made for a while or for good, deleted; both are in the audit trail. */
public final class TokenPages {
    /** Days by the word of the form; what is not a number of them is for good. */
    public static final List<Choice> ENDS = List.of(
            new Choice("30", "after 30 days"),
            new Choice("90", "after 90 days"),
            new Choice("365", "after 365 days"),
            new Choice("never", "never"));

    private final Sessions sessions;
    private final AccountEvents events;
    private final AccountView view;
    private final Clock clock;

    public TokenPages(Sessions sessions, AccountEvents events, AccountView view, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.view = view;
        this.clock = clock;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/account/tokens", this::add, Role.SIGNED_IN);
        routes.post("/account/tokens/{token}/delete", this::delete, Role.SIGNED_IN);
    }

    private void add(Context ctx) {
        var user = view.user(ctx);
        var name = Params.text(ctx, "name");
        var ends = ENDS.stream()
                .filter(choice -> choice.value().equals(Params.text(ctx, "ends")))
                .findFirst();
        if (name.isEmpty() || name.length() > 100) {
            mistake(ctx, "Name the token after what will use it, at most 100 characters.");
        } else if (ends.isEmpty()) {
            mistake(ctx, "Say when the token ends: after 30, 90 or 365 days, or never.");
        } else {
            var token = Secrets.token();
            var end = days(ends.get()).map(days -> clock.instant().plus(days)).orElse(null);
            sessions.addToken(user.id(), name, Secrets.hash(token), end);
            events.add(
                    user.id(),
                    user.id(),
                    "made the API token \"" + name + "\", which ends "
                            + ends.get().label());
            view.show(ctx, Map.of(), token);
        }
    }

    private static Optional<Duration> days(Choice ends) {
        return ends.value().equals("never")
                ? Optional.empty()
                : Optional.of(Duration.ofDays(Long.parseLong(ends.value())));
    }

    private void mistake(Context ctx, String sentence) {
        view.show(ctx, Map.of("token", sentence), "");
    }

    private void delete(Context ctx) {
        var user = view.user(ctx);
        var name = sessions.deleteToken(user.id(), Params.id(ctx, "token"))
                .orElseThrow(() -> new Problem.NotFound("token"));
        events.add(user.id(), user.id(), "deleted the API token \"" + name + "\"");
        view.back(ctx, "The token is deleted; it no longer works.");
    }
}
