package codeframe.testing;

import codeframe.App;
import codeframe.Config;
import codeframe.db.Database;
import codeframe.run.Classifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The real program on a free port over a database of its own, with the cast in it. */
public final class TestApp implements AutoCloseable {
    /** A test waits for many jobs, each of which a person waits for once. */
    private static final Duration LOOK = Duration.ofMillis(40);

    public final Database database;
    public final App app;
    public final Path data;

    private final String path;

    private TestApp(Database database, App app, Path data, String path) {
        this.database = database;
        this.app = app;
        this.data = data;
        this.path = path;
    }

    public static TestApp start() {
        return start(Map.of());
    }

    /** @param settings on top of those that make a test's program small: any port, no demo, two workers */
    public static TestApp start(Map<String, String> settings) {
        var app = empty(settings, Clock.systemUTC());
        World.populate(app.jdbi());
        return app;
    }

    /** With classifiers of the test's own. */
    public static TestApp with(Classifier... classifiers) {
        var app = empty(Map.of(), Clock.systemUTC(), List.of(classifiers));
        World.populate(app.jdbi());
        return app;
    }

    /** Without the cast: a program that nobody has set up. */
    public static TestApp empty(Map<String, String> settings, Clock clock) {
        return empty(settings, clock, List.of());
    }

    private static TestApp empty(Map<String, String> settings, Clock clock, List<Classifier> classifiers) {
        var data = temporary();
        var all = new HashMap<>(Map.of(
                "CODEFRAME_PORT", "0",
                "CODEFRAME_DEMO", "false",
                "CODEFRAME_WORKERS", "2",
                "CODEFRAME_DATA", data.toString()));
        all.putAll(settings);
        var database = TestDb.fresh();
        var config = Config.from(all);
        var app = App.start(config, database, clock, classifiers, LOOK);
        return new TestApp(database, app, data, config.basePath().path());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("codeframe-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    /** With the path of the setting CODEFRAME_URL, where it has one. */
    public String url() {
        return "http://127.0.0.1:" + app.port() + path;
    }

    /** A browser in which one of the cast is signed in. */
    public Browser browser(String email) {
        var browser = new Browser(url());
        browser.signIn(email);
        return browser;
    }

    /** A browser in which nobody is signed in. */
    public Browser visitor() {
        return new Browser(url());
    }

    /** The API with the token of one of the cast. */
    public Api api(String email) {
        return new Api(url(), World.token(email));
    }

    @Override
    public void close() {
        app.close();
        database.close();
    }
}
