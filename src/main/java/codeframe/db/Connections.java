package codeframe.db;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many connections a node opens, and how many its server has to allow. Beyond the most, more of them would wait for the
 * same disks; nobody holds one while asking for another, so whoever finds none free has to wait and no longer.
 *
 * @param workers threads that the node works with in the background
 */
public record Connections(int workers) {
    /** For pages, the API, and the look into the queue of jobs. */
    static final int PAGES = 12;

    static final int EACH_WORKER = 2;
    static final int MOST = 60;
    /** For a backup, and for somebody who looks at what the server does. */
    static final int SPARE = 5;
    /** What PostgreSQL keeps back for its superuser unless it is told otherwise. */
    static final int SUPERUSER = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /** The server allows fewer connections than the node needs; the message is a sentence for the person. */
    public static final class TooFew extends StartRefused {
        private static final long serialVersionUID = 1L;

        TooFew(String message) {
            super(message);
        }
    }

    /** Of one node, at most. */
    public int pool() {
        return Math.min(MOST, PAGES + EACH_WORKER * workers);
    }

    /** {@code max_connections} for this node and another like it, with room for a backup. */
    public int server() {
        return 2 * pool() + SPARE + SUPERUSER;
    }

    /** Before anything is done in the database. */
    void check(DataSource database) {
        int allowed = allowed(Jdbi.create(database));
        if (allowed < pool() + SPARE) {
            throw new TooFew("The PostgreSQL of DATABASE_URL allows Codeframe " + allowed + " connections. With "
                    + workers + " workers this node opens up to " + pool() + ", and " + SPARE
                    + " are kept for a backup. Nothing was changed. Set max_connections there to " + server()
                    + " or more (that is enough for two nodes)"
                    + (workers > 0 ? ", or give this node fewer CODEFRAME_WORKERS." : "."));
        }
        if (allowed < 2 * pool() + SPARE) {
            LOG.warn(
                    "The PostgreSQL of DATABASE_URL allows {} connections, enough for this node but not for a second"
                            + " one like it; max_connections = {} would be.",
                    allowed,
                    server());
        }
    }

    private static int allowed(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select least(
                            cast(current_setting('max_connections') as int)
                                - cast(current_setting('superuser_reserved_connections') as int)
                                - coalesce(cast(current_setting('reserved_connections', true) as int), 0),
                            nullif(r.rolconnlimit, -1),
                            nullif(d.datconnlimit, -1))
                        from pg_roles r, pg_database d
                        where r.rolname = current_user and d.datname = current_database()
                        """).mapTo(Integer.class).one());
    }
}
