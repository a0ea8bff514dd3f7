package codeframe.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** The pool, migrated and wrapped in Jdbi: one mapper for all records, {@link Json} for jsonb. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = jdbi(pool);
    }

    /**
     * Connects and migrates; several nodes that start together migrate once, because Flyway takes a lock.
     *
     * @param url {@code postgresql://user:password@host:port/name} or a {@code jdbc:postgresql:} address
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
            Flyway.configure()
                    .dataSource(database.pool)
                    .locations("classpath:migrations")
                    // Each feature numbers its own block: a new table of an early block comes after those of a later
                    // one.
                    .outOfOrder(true)
                    .load()
                    .migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Connects to the database of a program that is running, whose tables are not ours to change. */
    public static Database openAsItIs(String url, int connections) {
        return new Database(new HikariDataSource(pool(url, connections)));
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

    private static HikariConfig pool(String url, int connections) {
        var config = new HikariConfig();
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(connections, Connections.PAGES));
        config.setConnectionTimeout(20_000);
        config.setPoolName("codeframe");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "codeframe");
        config.setConnectionInitSql("set time zone 'UTC'");
        if (url.startsWith("jdbc:")) {
            config.setJdbcUrl(url);
        } else {
            fromUri(config, URI.create(url));
        }
        return config;
    }

    /** Splits the form that hosting services hand out, which the driver itself does not read. */
    private static void fromUri(HikariConfig config, URI uri) {
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var query = Optional.ofNullable(uri.getRawQuery()).map(q -> "?" + q).orElse("");
        config.setJdbcUrl("jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query);
        if (uri.getRawUserInfo() != null) {
            var parts = uri.getRawUserInfo().split(":", 2);
            config.setUsername(URLDecoder.decode(parts[0], StandardCharsets.UTF_8));
            config.setPassword(parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
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
