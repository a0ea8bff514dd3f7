package codeframe.db;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;

/** Unpacks PostgreSQL, makes its files and starts it, all in folders that no other account enters. */
final class EmbeddedServer {
    private final Path data;
    private final Path cluster;
    private final Path program;
    private final Path unfinished;
    private final ProgramRole role;
    private volatile Path unpacked;

    EmbeddedServer(Path data, ProgramRole role) {
        this.data = data;
        this.role = role;
        cluster = data.resolve("postgres");
        program = data.resolve("postgres-program");
        unfinished = data.resolve("postgres.unfinished");
    }

    EmbeddedPostgres start(Connections connections) throws IOException {
        if (Files.exists(program) && OwnerOnly.opensToOthers(program)) {
            // What others could have changed is not run again.
            delete(program);
        }
        OwnerOnly.folder(program);
        OwnerOnly.file(data.resolve("postgres.log"));
        beginAnew();
        return builder()
                .setServerConfig("max_connections", Integer.toString(connections.server()))
                .start();
    }

    /** A first start that was cut off left half a cluster, in which nothing can be yet. */
    private void beginAnew() throws IOException {
        if (Files.exists(unfinished) && Files.exists(cluster)) {
            delete(cluster);
        }
        OwnerOnly.folder(cluster);
        try (var files = Files.list(cluster)) {
            if (files.findAny().isEmpty()) {
                OwnerOnly.file(unfinished);
            }
        }
    }

    private EmbeddedPostgres.Builder builder() {
        return closed().setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPgBinaryResolver(this::archive)
                .setOverrideWorkingDirectory(program.resolve("unpacked").toFile())
                .setDataDirectoryCustomizer(made -> beforeItListens())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setConnectConfig("user", ProgramRole.NAME)
                .setConnectConfig("password", role.password())
                .setConnectConfig("requireAuth", "scram-sha-256")
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(log())
                .setErrorRedirector(log());
    }

    /** Never looks for leftovers in the folder for temporary files, into which every account can put something. */
    private EmbeddedPostgres.Builder closed() {
        synchronized (EmbeddedServer.class) {
            var setting = "ot.epg.working-dir";
            var before = System.getProperty(setting);
            System.setProperty(setting, program.resolve("none").toString());
            try {
                return EmbeddedPostgres.builder();
            } finally {
                if (before == null) {
                    System.clearProperty(setting);
                } else {
                    System.setProperty(setting, before);
                }
            }
        }
    }

    /** The folder that the archive is unpacked into is named after it. */
    private InputStream archive(String system, String machine) throws IOException {
        try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            var bytes = packed.readAllBytes();
            var name = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
            unpacked = program.resolve("unpacked").resolve("PG-" + name);
            return new ByteArrayInputStream(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void beforeItListens() {
        try {
            OwnerOnly.tree(program);
            OwnerOnly.tree(cluster);
            role.setUp(cluster, unpacked.resolve("bin"), log());
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder.Redirect log() {
        return ProcessBuilder.Redirect.appendTo(data.resolve("postgres.log").toFile());
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
