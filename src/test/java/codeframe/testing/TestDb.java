package codeframe.testing;

import codeframe.db.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL per JVM, migrated once by the real migrations into a template; every test database is a copy of it, made
 * in a tenth of a second.
 */
public final class TestDb {
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDb() {}

    /** A statement is planned once a connection: planning our views takes longer than asking these small databases. */
    private static String url(String name) {
        return server.getJdbcUrl("postgres", name) + "&prepareThreshold=1";
    }

    /** A fresh, migrated, empty database of its own; connections are made when they are needed. */
    public static Database fresh() {
        var database = Database.openAsItIs(freshUrl(), 12);
        database.dataSource().getHikariConfigMXBean().setMinimumIdle(1);
        return database;
    }

    /** The address of a fresh database, for a program that opens it itself. */
    public static synchronized String freshUrl() {
        var name = "test" + NEXT.incrementAndGet();
        var template = template();
        run("create database " + name + " template " + template + " strategy file_copy");
        return url(name);
    }

    /** The address of a database without any table. */
    public static synchronized String emptyUrl() {
        template();
        var name = "test" + NEXT.incrementAndGet();
        run("create database " + name);
        return url(name);
    }

    private static String template() {
        if (server == null) {
            server = start();
            run("create database " + TEMPLATE);
            Database.open(server.getJdbcUrl("postgres", TEMPLATE), 2).close();
        }
        return TEMPLATE;
    }

    private static EmbeddedPostgres start() {
        try {
            var data = Files.createTempDirectory("codeframe-postgres");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(data)));
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("plan_cache_mode", "force_generic_plan")
                    .setServerConfig("autovacuum_naptime", "10min")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("timezone", "America/St_Johns")
                    .setLocaleConfig("locale", "C")
                    .setDataDirectory(data)
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hundreds of databases are not written and deleted while the JVM waits: nobody wants them any more. */
    private static void leave(Path data) {
        try {
            var server =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            new ProcessBuilder("sh", "-c", "kill -QUIT " + server + "; sleep 1; nice -n 19 rm -rf " + data)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the superuser, in no test's database. */
    public static synchronized void execute(String sql) {
        template();
        run(sql);
    }

    private static void run(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
