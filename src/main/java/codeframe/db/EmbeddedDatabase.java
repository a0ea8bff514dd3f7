package codeframe.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that runs without configuration, in the data directory and durable (fsync on). A lock on the directory
 * keeps a second program out; a server that outlived a killed program is stopped before the new one starts.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FileChannel lock;
    private final EmbeddedPostgres server;

    /** The data directory is in use or cannot be used; the message is a sentence for the person. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private EmbeddedDatabase(FileChannel lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    public static EmbeddedDatabase start(Path data) {
        var lock = lock(data);
        try {
            var cluster = data.resolve("postgres");
            stopOrphan(cluster);
            return new EmbeddedDatabase(lock, server(data, cluster));
        } catch (IOException | RuntimeException e) {
            closeQuietly(lock);
            throw new Unusable(
                    "The embedded PostgreSQL did not start; " + data.resolve("postgres.log")
                            + " tells why. Your data is"
                            + " untouched. Where user namespaces are blocked (some containers), run as an ordinary user or"
                            + " set DATABASE_URL.",
                    e);
        }
    }

    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL did not stop cleanly; the next start repairs that.", e);
        } finally {
            closeQuietly(lock);
        }
    }

    /** The lock goes with the process however that ends. */
    private static FileChannel lock(Path data) {
        try {
            Files.createDirectories(data);
            var channel = FileChannel.open(
                    data.resolve("codeframe.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw new Unusable("The data directory " + data + " cannot be written to.", e);
        }
        throw new Unusable(
                "Codeframe is already running with the data directory " + data
                        + "; use its window, stop it first, or set CODEFRAME_DATA to another directory.",
                null);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProgram) {
            return false;
        }
    }

    /** We hold the lock, so whatever the pid file names is left over from a program that was killed. */
    private static void stopOrphan(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var pid = lines.isEmpty() ? "" : lines.get(0).strip();
        if (pid.matches("\\d{1,9}")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> process.info().command().orElse("").contains("postgres"))
                    .ifPresent(EmbeddedDatabase::stop);
        }
        Files.deleteIfExists(pidFile);
    }

    private static void stop(ProcessHandle postmaster) {
        LOG.info("Stopping the PostgreSQL (pid {}) that a killed program left behind.", postmaster.pid());
        postmaster.destroy();
        try {
            postmaster.onExit().get(15, TimeUnit.SECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedPostgres server(Path data, Path cluster) throws IOException {
        var log = ProcessBuilder.Redirect.appendTo(data.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(data.resolve("postgres-program").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
