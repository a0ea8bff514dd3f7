package codeframe.db;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.World;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data directories as earlier versions, or a start that was cut off, leave them. */
class ChangeOverTest {
    private static final String OF_OTHERS = """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and pg_get_userbyid(c.relowner) <> 'codeframe'
            """;

    private static final String ROWS = """
            select count(*) || ' ' || coalesce(md5(string_agg(cast(t as text), ',' order by cast(t as text))), '')
            from "TABLE" t
            """;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void name() {
        data = folder.resolve("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "cut off before the role", "cut off among the tables, and killed"})
    void a_data_directory_of_before_is_changed_over_with_every_row_and_starts_twice(String how) throws Exception {
        var before = asItWas(how);
        for (int start = 1; start <= 2; start++) {
            try (var embedded = EmbeddedDatabase.start(data, new Connections(1));
                    var database = Database.open(embedded.url(), 2)) {
                assertThat(rows(database.jdbi())).isEqualTo(before);
                assertThat(number(database.jdbi(), OF_OTHERS)).isZero();
                assertThat(OwnerOnlyTest.openToOthers(data)).isEmpty();
                EmbeddedDatabaseTest.refused(embedded, "postgres", "postgres", null);
                database.jdbi().useHandle(handle -> handle.createScript("""
                        alter table project add column more int;
                        alter table project drop column more;
                        """).execute());
            }
        }
    }

    /** As versions before this one left it: trust, everything the superuser's, folders for all. */
    private List<String> asItWas(String how) throws Exception {
        Files.createDirectories(data);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        var program = data.resolve("postgres-program");
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(program.toFile())
                .setPgBinaryResolver(DefaultPostgresBinaryResolver.INSTANCE::getPgBinary)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setLocaleConfig("locale", "C")
                .start();
        List<String> rows;
        try (var database = Database.open(server.getJdbcUrl("postgres", "postgres"), 2)) {
            World.populate(database.jdbi());
            rows = rows(database.jdbi());
            assertThat(number(database.jdbi(), OF_OTHERS)).isGreaterThan(50);
            cutOff(database.jdbi(), how);
        }
        if (how.endsWith("killed")) {
            kill();
        }
        // Of a killed server nothing is left to stop; this JVM lets go of its lock.
        server.close();
        return rows;
    }

    private void cutOff(Jdbi jdbi, String how) throws IOException {
        if (how.equals("cut off before the role")) {
            Files.writeString(data.resolve("postgres/pg_hba.conf"), "local all all scram-sha-256\n");
            Files.writeString(data.resolve("postgres.password"), "");
        } else if (how.startsWith("cut off among")) {
            jdbi.useHandle(handle -> handle.createScript("""
                    create role codeframe;
                    alter table project owner to codeframe;
                    alter table image owner to codeframe;
                    """).execute());
        }
    }

    private void kill() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        var postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    /** Every table with its number of rows and a sum of what is in them. */
    private static List<String> rows(Jdbi jdbi) {
        return jdbi.withHandle(handle -> {
            var tables = handle.createQuery("select tablename from pg_tables where schemaname = 'public' order by 1")
                    .mapTo(String.class)
                    .list();
            var rows = new ArrayList<String>();
            for (var table : tables) {
                rows.add(table + " " + text(jdbi, ROWS.replace("TABLE", table)));
            }
            return rows;
        });
    }

    private static long number(Jdbi jdbi, String sql) {
        return Long.parseLong(text(jdbi, sql));
    }

    private static String text(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    @Test
    void a_first_start_that_was_cut_off_begins_anew() throws Exception {
        Files.createDirectories(data.resolve("postgres/base"));
        Files.writeString(data.resolve("postgres/postgresql.conf"), "# half written\n");
        Files.createFile(data.resolve("postgres.unfinished"));
        try (var embedded = EmbeddedDatabase.start(data, new Connections(1))) {
            Database.open(embedded.url(), 2).close();
        }
        assertThat(data.resolve("postgres.unfinished")).doesNotExist();
    }

    @Test
    void a_change_over_that_a_killed_program_left_behind_is_stopped_and_done_again() throws Exception {
        EmbeddedDatabase.start(data, new Connections(1)).close();
        var bin = bin();
        var alone = new ProcessBuilder(ProgramRole.alone(data.resolve("postgres"), bin))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var pid = data.resolve("postgres/postmaster.pid");
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            Thread.onSpinWait();
        }
        try (var embedded = EmbeddedDatabase.start(data, new Connections(1))) {
            assertThat(alone.isAlive()).isFalse();
            Database.open(embedded.url(), 2).close();
        }
    }

    private Path bin() throws IOException {
        try (var all = Files.walk(data.resolve("postgres-program"))) {
            return all.filter(path -> path.endsWith("bin")).findFirst().orElseThrow();
        }
    }

    @Test
    void a_lost_password_is_replaced_by_a_new_one() throws Exception {
        try (var embedded = EmbeddedDatabase.start(data, new Connections(1))) {
            Database.open(embedded.url(), 2).close();
        }
        var lost = password();
        Files.delete(data.resolve("postgres.password"));
        try (var embedded = EmbeddedDatabase.start(data, new Connections(1))) {
            assertThat(password()).isNotEqualTo(lost).hasSizeGreaterThan(40);
            EmbeddedDatabaseTest.refused(embedded, "postgres", "codeframe", lost);
            Database.open(embedded.url(), 2).close();
        }
    }

    private String password() {
        try {
            return Files.readString(data.resolve("postgres.password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
