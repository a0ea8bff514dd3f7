package codeframe.db;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the other programs on the database, and whoever looks after them, that this one is alive. */
public final class SignOfLife implements AutoCloseable {
    /** Silent for longer, a program hangs or is gone. */
    public static final Duration SILENT = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(SignOfLife.class);
    private static final int SECONDS = 30;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Nodes nodes;
    private final String name;
    private final String version;
    private final int workers;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "sign-of-life");
        thread.setDaemon(true);
        return thread;
    });

    public SignOfLife(Nodes nodes, String name, String version, int workers, Clock clock) {
        this.nodes = nodes;
        this.name = name;
        this.version = version;
        this.workers = workers;
        this.clock = clock;
    }

    public void start() {
        give();
        // give() itself tells what went wrong.
        var unused = timer.scheduleAtFixedRate(this::give, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void give() {
        try {
            nodes.alive(name, version, System.getProperty("java.version"), workers, clock.instant());
            nodes.forget(clock.instant().minus(FORGOTTEN));
        } catch (RuntimeException e) {
            LOG.warn("No sign of life could be given: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (timer.awaitTermination(5, TimeUnit.SECONDS)) {
                nodes.gone(name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The database does not know that this program stopped in order: {}", e.getMessage());
        }
    }
}
