package codeframe.user;

import codeframe.web.NumberText;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** What opens an account, and how all of it ends at once. */
public interface Credentials {
    byte[] NONE = {};

    /** Where somebody was signed in and what scripts used, and no more. */
    record Ended(int sessions, int tokens) {
        /** As the second half of a sentence. */
        public String told() {
            return NumberText.count(sessions, "session", "sessions") + " and "
                    + NumberText.count(tokens, "API token", "API tokens") + " ended";
        }
    }

    @SqlUpdate("update app_user set password_hash = :passwordHash where id = :user")
    void setPassword(long user, String passwordHash);

    /** @param except the hash of the session that goes on, or {@link #NONE} */
    @SqlUpdate("delete from session where user_id = :user and token_hash <> :except")
    int endSessions(long user, byte[] except);

    @SqlUpdate("delete from api_token where user_id = :user")
    int endTokens(long user);

    @SqlUpdate("delete from known_browser where user_id = :user and token_hash <> :except")
    void forgetBrowsers(long user, byte[] except);

    @SqlUpdate("delete from reset_link where user_id = :user")
    void dropResetLink(long user);

    /**
     * @param session the hash of the one that goes on, or {@link #NONE}
     * @param browser the hash of the one that stays known, or {@link #NONE}
     */
    @Transaction
    default Ended end(long user, byte[] session, byte[] browser) {
        forgetBrowsers(user, browser);
        dropResetLink(user);
        return new Ended(endSessions(user, session), endTokens(user));
    }

    /** Whoever knew the old password is out: every other session ends, and every token. */
    @Transaction
    default Ended change(long user, String passwordHash, byte[] session, byte[] browser) {
        setPassword(user, passwordHash);
        return end(user, session, browser);
    }
}
