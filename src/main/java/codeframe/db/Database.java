package codeframe.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.postgresql.PGConnection;

/** The pool, migrated and wrapped in Jdbi: one mapper for all records, {@link Json} for jsonb. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = jdbi(pool);
    }

    /**
     * Connects and migrates.
     *
     * @param url as {@link DatabaseUrl} reads it
     * @throws StartRefused when the database cannot be used
     */
    public static Database open(String url, int connections) {
        return open(url, connections, pool -> {});
    }

    /** @throws Connections.TooFew before anything is done, when the server allows fewer */
    public static Database open(String url, Connections connections) {
        return open(url, connections.pool(), connections::check);
    }

    private static Database open(String url, int connections, Consumer<DataSource> check) {
        var database = openAsItIs(url, connections);
        try {
            check.accept(database.pool);
            Migrations.run(database.pool);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Connects to the database of a program that is running, whose tables are not ours to change. */
    public static Database openAsItIs(String url, int connections) {
        return new Database(new HikariDataSource(pool(DatabaseUrl.of(url), connections)));
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** What opens it, for files that are sent on to leave out. */
    public Optional<String> password() {
        return Optional.ofNullable(pool.getPassword());
    }

    public HikariDataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariConfig pool(DatabaseUrl url, int connections) {
        var config = new HikariConfig();
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(connections, Connections.PAGES));
        config.setConnectionTimeout(20_000);
        config.setPoolName("codeframe");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "codeframe");
        config.setConnectionInitSql("set time zone 'UTC'");
        if (isPooled(url)) {
            config.addDataSourceProperty("prepareThreshold", "0");
        }
        config.setJdbcUrl(url.jdbc());
        url.user().ifPresent(config::setUsername);
        url.password().ifPresent(config::setPassword);
        return config;
    }

    /**
     * Whether something between us and the server hands one connection of the server to several clients, as PgBouncer does:
     * the number of the connection that answers is not the one we were told. A prepared statement may then be asked for on
     * another connection than it was made on, so none is kept.
     *
     * @throws StartRefused when there is no connection
     */
    private static boolean isPooled(DatabaseUrl url) {
        var account = new Properties();
        url.user().ifPresent(user -> account.setProperty("user", user));
        url.password().ifPresent(password -> account.setProperty("password", password));
        account.setProperty("prepareThreshold", "0");
        try (var connection = DriverManager.getConnection(url.jdbc(), account);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw new StartRefused(
                    "The PostgreSQL of DATABASE_URL cannot be used: " + e.getMessage() + " Nothing was changed.", e);
        }
    }

    private static Jdbi jdbi(HikariDataSource pool) {
        var jdbi = Jdbi.create(pool).installPlugin(new SqlObjectPlugin()).installPlugin(new PostgresPlugin());
        jdbi.registerColumnMapper(Json.class, (row, column, ctx) -> {
            var text = row.getString(column);
            return text == null ? null : new Json(text);
        });
        DoubleColumns.register(jdbi);
        jdbi.registerArgument(new JsonArgument());
        RowMapperFactory records = (type, config) -> type instanceof Class<?> c && c.isRecord() && c != Json.class
                ? Optional.of(ConstructorMapper.of(c))
                : Optional.empty();
        jdbi.registerRowMapper(records);
        return jdbi;
    }

    private static final class JsonArgument extends AbstractArgumentFactory<Json> {
        JsonArgument() {
            super(java.sql.Types.OTHER);
        }

        @Override
        protected Argument build(Json value, ConfigRegistry config) {
            return (position, statement, ctx) -> statement.setObject(position, value.text(), java.sql.Types.OTHER);
        }
    }
}
