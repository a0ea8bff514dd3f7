package codeframe.db;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The programs at work on one database. */
public interface Nodes {
    /** @param workers how many jobs it runs at the same time; 0 for one that only serves pages */
    record Node(String name, String version, String java, int workers, Instant startedAt, Instant seenAt) {}

    /** This computer's name, and a word of its own: several programs may run on one computer. */
    static String name() {
        var word = new byte[2];
        new SecureRandom().nextBytes(word);
        return computer() + "-" + HexFormat.of().formatHex(word);
    }

    private static String computer() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "computer";
        }
    }

    @SqlUpdate("""
            insert into node (name, version, java, workers, started_at, seen_at)
            values (:name, :version, :java, :workers, :now, :now)
            on conflict (name) do update set seen_at = excluded.seen_at
            """)
    void alive(String name, String version, String java, int workers, Instant now);

    @SqlUpdate("delete from node where name = :name")
    void gone(String name);

    @SqlUpdate("delete from node where seen_at < :before")
    void forget(Instant before);

    @SqlQuery("select name, version, java, workers, started_at, seen_at from node order by started_at, name")
    List<Node> all();
}
