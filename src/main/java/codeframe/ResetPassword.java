package codeframe;

import codeframe.db.Connections;
import codeframe.db.Database;
import codeframe.db.EmbeddedDatabase;
import codeframe.db.StartRefused;
import codeframe.user.AccountEvents;
import codeframe.user.PasswordReset;
import codeframe.user.ResetLinks;
import codeframe.user.User;
import codeframe.user.Users;
import java.time.Clock;

/**
 * A reset link for whoever sits at the computer, when nobody else can make one. It is put into the database itself: into
 * that of DATABASE_URL, into the embedded one of a program that is running, or into the embedded one started for the moment.
 */
final class ResetPassword {
    /** No link; the message says why. */
    static final class Refused extends StartRefused {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private ResetPassword() {}

    /** What is printed: the link and what it does. */
    static String link(Config config, String email) {
        if (config.databaseUrl().isPresent()) {
            return told(config, email, Database.open(config.databaseUrl().get(), 2), "");
        }
        var running = EmbeddedDatabase.urlOfRunning(config.data());
        if (running.isPresent()) {
            return told(config, email, Database.openAsItIs(running.get(), 2), "");
        }
        try (var embedded = EmbeddedDatabase.start(config.data(), new Connections(0))) {
            return told(config, email, Database.open(embedded.url(), 2), "Codeframe is not running: start it first. ");
        }
    }

    private static String told(Config config, String email, Database database, String first) {
        try (database) {
            var jdbi = database.jdbi();
            var user = jdbi.onDemand(Users.class)
                    .userByEmail(email)
                    .orElseThrow(() -> new Refused("There is no account with the e-mail address " + email + "."));
            var reset = new PasswordReset(
                    jdbi.onDemand(ResetLinks.class), jdbi.onDemand(AccountEvents.class), Clock.systemUTC());
            return told(config, user, reset.makeHere(user.id()), first);
        }
    }

    private static String told(Config config, User user, String path, String first) {
        var place = config.url().isEmpty() && config.port() == 0
                ? "(the address that Codeframe names when it starts)" + path
                : config.site().address(config.port()) + path;
        return "\n" + first + "Open this link within " + ResetLinks.HOURS + " hours and choose a new password for "
                + user.email() + ". It works once; the account's sessions and API tokens end then.\n\n" + place + "\n";
    }
}
