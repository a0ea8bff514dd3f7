package codeframe.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded PostgreSQL as another account of the same computer finds it, and as its own program does. */
class EmbeddedDatabaseTest {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    @TempDir
    private static Path folder;

    private static Path data;
    private static EmbeddedDatabase embedded;
    private static Database database;

    /** The folder around it is open, as a home folder often is: what protects has to be the data directory itself. */
    @BeforeAll
    static void start() throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        data = folder.resolve("data");
        embedded = EmbeddedDatabase.start(data, new Connections(1));
        database = Database.open(embedded.url(), 2);
    }

    @AfterAll
    static void stop() {
        database.close();
        embedded.close();
    }

    @Test
    void without_the_password_nobody_connects_by_whatever_name() throws IOException {
        for (var user : List.of("codeframe", "postgres", "root")) {
            for (var name : List.of("postgres", "template1")) {
                refused(embedded, name, user, null);
                refused(embedded, name, user, "");
                refused(embedded, name, user, "wrong");
            }
        }
        var password = Files.readString(data.resolve("postgres.password")).strip();
        assertThat(embedded.url()).contains(password);
        refused(embedded, "template1", "codeframe", password);
        refused(embedded, "postgres", "postgres", password);
    }

    /** @param password null for none */
    static void refused(EmbeddedDatabase embedded, String name, String user, String password) {
        var who = new Properties();
        who.setProperty("user", user);
        if (password != null) {
            who.setProperty("password", password);
        }
        var url = "jdbc:postgresql://localhost:" + URI.create(embedded.url()).getPort() + "/" + name;
        assertThatThrownBy(() -> DriverManager.getConnection(url, who).close())
                .as(user + " at " + name + " with " + password)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isIn("28P01", "28000", "08004"));
    }

    @Test
    void nothing_in_the_data_directory_is_open_to_another_account() throws IOException {
        assumeTrue(POSIX, "this file system knows no permissions");
        assertThat(OwnerOnlyTest.openToOthers(data)).isEmpty();
        assertThat(data.resolve("postgres.password")).exists();
    }

    /** Of all that the kernel lists, wherever they lie. */
    @Test
    void there_is_no_socket_in_the_file_system() throws IOException {
        var list = Path.of("/proc/net/unix");
        assumeTrue(Files.exists(list), "only Linux lists its sockets");
        var name = ".s.PGSQL." + URI.create(embedded.url()).getPort();
        assertThat(Files.readAllLines(list)).noneMatch(line -> line.endsWith(name));
    }

    @Test
    void another_account_reads_and_writes_no_file_of_it() throws Exception {
        assumeTrue(asNobody("true") == 0, "only root can try it as another account, with setpriv");
        assertThat(asNobody("test", "-e", folder.toString()))
                .as("the folder around it")
                .isZero();
        assertThat(asNobody("ls", folder.toString())).as("the folder around it").isZero();
        for (var file : List.of("postgres.password", "postgres.log", "postgres/pg_hba.conf", "codeframe.lock")) {
            assertThat(data.resolve(file)).exists();
            assertThat(asNobody("cat", data.resolve(file).toString())).as(file).isNotZero();
        }
        for (var inner : List.of("", "postgres", "postgres-program")) {
            assertThat(asNobody("ls", data.resolve(inner).toString())).as(inner).isNotZero();
            assertThat(asNobody("touch", data.resolve(inner).resolve("mine").toString()))
                    .as(inner)
                    .isNotZero();
        }
    }

    /** @return the exit status; not zero where this is not possible here */
    private static int asNobody(String... command) throws InterruptedException {
        var all = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        all.addAll(List.of(command));
        try {
            return new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notHere) {
            return 127;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy installation from program 'id'",
                "copy installation from 'FILE'",
                "copy (select 1) to 'FILE'",
                "select pg_read_file('FILE')",
                "select pg_read_binary_file('FILE')",
                "select pg_ls_dir('FILE')",
                "select lo_import('FILE')",
                "select * from pg_hba_file_rules",
                "select rolpassword from pg_authid",
                "alter system set listen_addresses = '*'",
                "create role another superuser login",
                "alter role codeframe superuser",
                "set role postgres",
                "create database another",
                "create function run(text) returns int language c as 'libc.so.6', 'system'"
            })
    void the_program_itself_reads_no_file_and_runs_no_command_through_sql(String sql) throws IOException {
        var key = data.resolve("secret.key");
        OwnerOnly.secret(key);
        assertThatThrownBy(() ->
                        database.jdbi().useHandle(handle -> handle.execute(sql.replace("FILE", key.toString()))))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void what_is_written_is_durable(String setting) {
        String value = database.jdbi()
                .withHandle(handle -> handle.createQuery("show " + setting)
                        .mapTo(String.class)
                        .one());
        assertThat(value).isEqualTo("on");
    }
}
