package codeframe.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** All tables of a database: whether anything in them changed, and back to how they were. */
public final class Tables {
    /** Columns that reading writes: when somebody was seen last. */
    private static final Map<String, String> NOTED_BY_READING =
            Map.of("session", "last_seen_at", "api_token", "last_used_at", "node", "seen_at");

    private final Jdbi jdbi;
    private final List<String> tables;
    private final String stamps;
    private final Map<String, String> stamped = new TreeMap<>();
    private final Map<String, String> summed = new TreeMap<>();
    private String transactions = "";

    public Tables(Jdbi jdbi) {
        this.jdbi = jdbi;
        tables = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                          and table_name <> 'flyway_schema_history'
                        order by table_name
                        """).mapTo(String.class).list());
        stamps = tables.stream()
                .map("select '%1$s', count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from %1$s"::formatted)
                .collect(Collectors.joining("\nunion all "));
    }

    private static String sum(String table) {
        var noted = NOTED_BY_READING.get(table);
        var row = noted == null ? "t::text" : "(to_jsonb(t) - '" + noted + "')::text";
        return "select '%s', count(*) || ' rows, ' || coalesce(md5(string_agg(%s, ';' order by %s)), '') from %s t"
                .formatted(table, row, row, table);
    }

    public List<String> names() {
        return tables;
    }

    /** @param rows which rows, of t */
    public long count(String table, String rows) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table + " t where " + rows)
                .mapTo(Long.class)
                .one());
    }

    /**
     * The number of rows of each table and a checksum of what is in them. A row that was written since has another xmin:
     * tables in which none has are not read again, and none where no transaction has taken a number, as those that write do.
     */
    public Map<String, String> sums() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            var reached = transactions(handle);
            if (reached.equals(transactions)) {
                return new TreeMap<>(summed);
            }
            transactions = reached;
            var now = pairs(handle, stamps);
            var written = tables.stream()
                    .filter(table -> !now.get(table).equals(stamped.get(table)))
                    .map(Tables::sum)
                    .collect(Collectors.joining("\nunion all "));
            if (!written.isEmpty()) {
                summed.putAll(pairs(handle, written));
            }
            stamped.putAll(now);
            return new TreeMap<>(summed);
        });
    }

    /** The number that the next transaction takes; each time another text while one that has a number is under way. */
    private static String transactions(Handle handle) {
        return handle.createQuery("""
                        select case when pg_snapshot_xmin(now) = pg_snapshot_xmax(now)
                               then pg_snapshot_xmax(now)::text
                               else 'under way ' || clock_timestamp() end
                        from pg_current_snapshot() now
                        """).mapTo(String.class).one();
    }

    private static Map<String, String> pairs(Handle handle, String sql) {
        var pairs = new TreeMap<String, String>();
        handle.createQuery(sql)
                .map((row, ctx) -> pairs.put(row.getString(1), row.getString(2)))
                .list();
        return pairs;
    }

    /** Remembers every row as it is now, for {@link #restore}. */
    public void keep() {
        jdbi.useTransaction(handle -> {
            handle.execute("drop schema if exists kept cascade");
            handle.execute("create schema kept");
            tables.forEach(table -> handle.execute("create table kept." + table + " as table public." + table));
        });
    }

    /** Of these tables those in which kept rows are no longer as they were. @param rows which rows, of t */
    public List<String> lost(Iterable<String> changed, String rows) {
        return jdbi.withHandle(handle -> {
            var lost = new ArrayList<String>();
            for (var table : changed) {
                var sql =
                        "select count(*) from kept.%s t where %s and not exists (select from public.%s n where n::text = t::text)";
                long gone = handle.createQuery(sql.formatted(table, rows, table))
                        .mapTo(Long.class)
                        .one();
                if (gone > 0) {
                    lost.add(gone + " of " + table);
                }
            }
            return lost;
        });
    }

    /** Puts these tables back to how they were kept. */
    public void restore(Iterable<String> changed) {
        jdbi.useTransaction(handle -> {
            handle.execute("set local session_replication_role = replica");
            for (var table : changed) {
                handle.execute("delete from public." + table);
                var columns = columns(handle, table);
                handle.execute("insert into public.%s (%s) overriding system value select %s from kept.%s"
                        .formatted(table, columns, columns, table));
            }
        });
    }

    /** Those that are written, not worked out from others. */
    private static String columns(Handle handle, String table) {
        return handle.createQuery("""
                        select string_agg(quote_ident(column_name), ', ') from information_schema.columns
                        where table_schema = 'public' and table_name = :table and is_generated = 'NEVER'
                        """).bind("table", table).mapTo(String.class).one();
    }
}
