package codeframe;

import codeframe.db.Connections;
import codeframe.db.Database;
import codeframe.db.EmbeddedDatabase;
import codeframe.db.Jobs;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A started program: database, web server and workers, stopped in the reverse order. */
public final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Config config;
    private final Optional<EmbeddedDatabase> embedded;
    private final Database database;
    private final App app;

    private Running(Config config, Optional<EmbeddedDatabase> embedded, Database database, App app) {
        this.config = config;
        this.embedded = embedded;
        this.database = database;
        this.app = app;
    }

    public static Running start(Config config) {
        var connections = new Connections(config.workers());
        var embedded = config.databaseUrl().isPresent()
                ? Optional.<EmbeddedDatabase>empty()
                : Optional.of(EmbeddedDatabase.start(config.data(), connections));
        try {
            var url =
                    config.databaseUrl().orElseGet(() -> embedded.orElseThrow().url());
            var database = Database.open(url, connections);
            if (embedded.isPresent()) {
                Jobs.releaseAll(database.jdbi());
            }
            var running = new Running(config, embedded, database, App.start(config, database, Clock.systemUTC()));
            LOG.info(
                    "started on port {} with {} workers, database {}",
                    running.port(),
                    config.workers(),
                    running.kind());
            return running;
        } catch (RuntimeException e) {
            embedded.ifPresent(EmbeddedDatabase::close);
            throw e;
        }
    }

    private String kind() {
        return embedded.isPresent() ? "embedded in " + config.data() : "of DATABASE_URL";
    }

    public int port() {
        return app.port();
    }

    /** What a person who started the program reads first. */
    public String welcome() {
        var address = config.site().address(port());
        var text = new StringBuilder("\nCodeframe is running at " + address + "\n");
        app.setUpPath()
                .ifPresent(path -> text.append("Set it up here (the link works once): ")
                        .append(address)
                        .append(path)
                        .append('\n'));
        return text.append("Stop it with Ctrl-C.\n").toString();
    }

    @Override
    public void close() {
        app.close();
        database.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
