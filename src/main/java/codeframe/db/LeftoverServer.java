package codeframe.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that a killed program left running, or its pid file alone. */
final class LeftoverServer {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);

    private LeftoverServer() {}

    /** Whoever calls holds the lock of the data directory, so what the pid file names is nobody's any more. */
    static void stop(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        // With a minus before it where it was at work for one user alone, without the network.
        var pid = lines.isEmpty() ? "" : lines.get(0).strip().replaceFirst("^-", "");
        if (pid.matches("\\d{1,9}")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> process.info().command().orElse("").contains("postgres"))
                    .ifPresent(LeftoverServer::stop);
        }
        Files.deleteIfExists(pidFile);
    }

    private static void stop(ProcessHandle postmaster) {
        LOG.info("Stopping the PostgreSQL (pid {}) that a killed program left behind.", postmaster.pid());
        postmaster.destroy();
        try {
            postmaster.onExit().get(15, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
