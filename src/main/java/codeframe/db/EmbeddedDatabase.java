package codeframe.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that runs without configuration, in the data directory and durable (fsync on). A lock on the directory
 * keeps a second program out; a server that outlived a killed program is stopped before the new one starts. Other
 * accounts of the computer are kept out by permissions and a password; the program itself is no superuser there.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Of postmaster.pid, counted from 0. */
    private static final int PORT_LINE = 3;

    private final FileChannel lock;
    private final EmbeddedPostgres server;
    private final ProgramRole role;

    /** The data directory is in use or cannot be used; the message is a sentence for the person. */
    public static final class Unusable extends StartRefused {
        private static final long serialVersionUID = 1L;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private EmbeddedDatabase(FileChannel lock, EmbeddedPostgres server, ProgramRole role) {
        this.lock = lock;
        this.server = server;
        this.role = role;
    }

    /** @param connections of its one program, with room for more: see there */
    public static EmbeddedDatabase start(Path data, Connections connections) {
        var lock = lock(data);
        try {
            LeftoverServer.stop(data.resolve("postgres"));
            var role = new ProgramRole(OwnerOnly.secret(data.resolve("postgres.password")));
            return new EmbeddedDatabase(lock, new EmbeddedServer(data, role).start(connections), role);
        } catch (IOException | RuntimeException e) {
            closeQuietly(lock);
            throw new Unusable(
                    "The embedded PostgreSQL did not start; " + data.resolve("postgres.log")
                            + " tells why. Your data is"
                            + " untouched. PostgreSQL does not run as root or administrator: where user namespaces are"
                            + " blocked (some containers), and on Windows, run Codeframe as an ordinary user, or set"
                            + " DATABASE_URL.",
                    e);
        }
    }

    /** With the password in it: not for logs. */
    public String url() {
        return url(role, Integer.toString(server.getPort()));
    }

    private static String url(ProgramRole role, String port) {
        return "postgresql://" + ProgramRole.NAME + ":" + role.password() + "@localhost:" + port + "/"
                + ProgramRole.DATABASE + "?requireAuth=scram-sha-256";
    }

    /**
     * The database of the program that is running with this data directory, for a second one beside it; empty when none is.
     * Like all else in the directory it is open to the account alone that runs the program.
     */
    public static Optional<String> urlOfRunning(Path data) {
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw new Unusable(
                    "There is no Codeframe in the data directory " + data
                            + " yet. Set CODEFRAME_DATA to the one that is meant.",
                    null);
        }
        try (var channel = FileChannel.open(data.resolve("codeframe.lock"), StandardOpenOption.WRITE)) {
            if (tryLock(channel)) {
                return Optional.empty();
            }
            var role = new ProgramRole(OwnerOnly.secret(data.resolve("postgres.password")));
            var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            return Optional.of(url(role, pid.get(PORT_LINE)));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new Unusable(
                    "The data directory " + data + " cannot be read, or Codeframe is just starting or"
                            + " stopping there. Try again in a moment, as the person who runs Codeframe.",
                    e);
        }
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
            OwnerOnly.folder(data);
            OwnerOnly.file(data.resolve("codeframe.lock"));
            var channel = FileChannel.open(data.resolve("codeframe.lock"), StandardOpenOption.WRITE);
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

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
