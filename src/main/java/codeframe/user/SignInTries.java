package codeframe.user;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/**
 * How often a password has been tried, by whatever is counted. The first tries are free; after them each delays the next,
 * longer and longer. Nobody is ever locked out, and with time tries are forgotten.
 */
public interface SignInTries {
    /**
     * @param free tries that delay nothing
     * @param forget seconds after which one try is forgotten
     * @param longest delay in seconds
     */
    record Limit(int free, int forget, int longest) {
        /** Of one account, from one address or from one browser. */
        static final Limit ACCOUNT = new Limit(5, 3600, 300);

        /** Of one address over all accounts: behind one may sit a campus. */
        static final Limit ADDRESS = new Limit(100, 60, 10);
    }

    /** @param subject the hash of what is counted */
    record Counted(byte[] subject, Limit limit) {}

    /** The delay of an earlier try is not over. */
    final class TooEarly extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Instant freeAt;

        TooEarly(Instant freeAt) {
            super("too early", null, false, false);
            this.freeAt = freeAt;
        }

        Instant freeAt() {
            return freeAt;
        }
    }

    /** Counts a try in one statement, so that of many at the same time each finds those before it; 0 when it is too early. */
    @SqlUpdate("""
            insert into sign_in_tries as t (subject, tries, last_at, free_at)
            values (:subject, 1, :now, :now)
            on conflict (subject) do update
            set (tries, last_at, free_at) = (
                select n, excluded.last_at,
                       excluded.last_at + make_interval(secs =>
                           case when n <= :free then 0
                                else least(cast(:longest as double precision), power(2, least(n - :free, 30) - 1))
                           end)
                from (
                    select greatest(0, t.tries - greatest(0, extract(epoch from excluded.last_at - t.last_at))
                                                 / :forget) + 1 as n) as counted)
            where t.free_at <= :now
            """)
    int take(byte[] subject, Instant now, int free, int forget, int longest);

    @SqlQuery("select free_at from sign_in_tries where subject = :subject")
    Instant freeAt(byte[] subject);

    /**
     * Counts a try before it is made.
     *
     * @throws TooEarly when one of them is not free yet; then none has counted it
     */
    @Transaction
    default void count(List<Counted> all, Instant now) {
        for (var one : all) {
            var limit = one.limit();
            if (take(one.subject(), now, limit.free(), limit.forget(), limit.longest()) == 0) {
                throw new TooEarly(freeAt(one.subject()));
            }
        }
    }

    /** After the right password. */
    @SqlUpdate("delete from sign_in_tries where subject = :subject")
    void forget(byte[] subject);

    /** The right password takes back its own try alone: whoever has an account must not clear the way for guesses at others. */
    @SqlUpdate("update sign_in_tries set tries = greatest(0, tries - 1) where subject = :subject")
    void takeBack(byte[] subject);

    @SqlUpdate("delete from sign_in_tries where last_at < :before")
    void dropOld(Instant before);
}
