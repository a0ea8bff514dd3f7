package codeframe.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.testing.TestDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 50, 200})
    void two_nodes_take_all_their_connections_at_once_and_a_backup_still_comes_in(int workers) throws SQLException {
        var connections = new Connections(workers);
        assertThat(connections.pool()).isBetween(12, 60);
        try (var embedded = EmbeddedDatabase.start(folder.resolve("data"), connections);
                var one = Database.open(embedded.url(), connections);
                var two = Database.open(embedded.url(), connections);
                var backup = Database.open(embedded.url(), Connections.SPARE)) {
            var held = new ArrayList<Connection>();
            held.addAll(take(one, connections.pool()));
            held.addAll(take(two, connections.pool()));
            held.addAll(take(backup, Connections.SPARE));
            assertThat(held).allMatch(ConnectionsTest::works);
            for (var connection : held) {
                connection.close();
            }
        }
    }

    private static List<Connection> take(Database database, int number) throws SQLException {
        var taken = new ArrayList<Connection>();
        for (int i = 0; i < number; i++) {
            taken.add(database.dataSource().getConnection());
        }
        return taken;
    }

    private static boolean works(Connection connection) {
        try (var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    void a_server_that_allows_too_few_is_refused_before_anything_is_done_in_it() {
        try (var embedded = EmbeddedDatabase.start(folder.resolve("small"), new Connections(0))) {
            assertThatThrownBy(() -> Database.open(embedded.url(), new Connections(200)))
                    .isInstanceOf(Connections.TooFew.class)
                    .hasMessage("The PostgreSQL of DATABASE_URL allows Codeframe 29 connections. With 200 workers this"
                            + " node opens up to 60, and 5 are kept for a backup. Nothing was changed. Set"
                            + " max_connections there to 128 or more (that is enough for two nodes), or give this node"
                            + " fewer CODEFRAME_WORKERS.");
            try (var database = Database.open(embedded.url(), new Connections(0))) {
                assertThat(works(take(database, 1).get(0))).isTrue();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Hosting services often limit the role or the database, not the server. */
    @Test
    void a_limit_of_the_role_or_of_the_database_counts_too() {
        var url = TestDb.emptyUrl();
        var name = url.replaceAll(".*/(\\w+)\\?.*", "$1");
        TestDb.execute("create role few login connection limit 16");
        TestDb.execute("alter database " + name + " owner to few");
        var few = url.replace("user=postgres", "user=few");
        assertThatThrownBy(() -> Database.open(few, new Connections(0)))
                .isInstanceOf(Connections.TooFew.class)
                .hasMessageStartingWith(
                        "The PostgreSQL of DATABASE_URL allows Codeframe 16 connections. With 0 workers")
                .hasMessageEndingWith("(that is enough for two nodes).");
        assertThat(tables(url)).as("nothing was made").isZero();
        TestDb.execute("alter role few connection limit 17");
        try (var database = Database.open(few, new Connections(0))) {
            assertThat(database.jdbi()).isNotNull();
        }
        TestDb.execute("alter role few connection limit -1");
        TestDb.execute("alter database " + name + " connection limit 14");
        assertThatThrownBy(() -> Database.open(few, new Connections(0))).isInstanceOf(Connections.TooFew.class);
    }

    private static long tables(String url) {
        return Jdbi.create(url)
                .withHandle(handle -> handle.createQuery("select count(*) from pg_tables where schemaname = 'public'")
                        .mapTo(Long.class)
                        .one());
    }
}
