package codeframe.user;

import codeframe.web.Secrets;
import java.util.Optional;

/** What happens at a start without any account: one is made from the settings, or a one-time link is. */
public final class FirstAccount {
    private final Users users;
    private final Sessions sessions;

    public FirstAccount(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /** Makes the account of an unattended start when there is none yet; {@code token} may be empty. */
    public void make(String email, String password, String token) {
        if (users.count() > 0) {
            return;
        }
        var name = email.substring(0, email.indexOf('@'));
        users.addFirst(email, name, Passwords.hash(password)).ifPresent(user -> {
            if (!token.isEmpty()) {
                sessions.addToken(user.id(), "Made at first start", Secrets.hash(token), null);
            }
        });
    }

    /** The path of a fresh set-up link, or empty when somebody has an account. */
    public Optional<String> setUpPath() {
        if (users.count() > 0) {
            return Optional.empty();
        }
        var token = Secrets.token();
        users.addSetupLink(Secrets.hash(token));
        return Optional.of("/set-up/" + token);
    }
}
