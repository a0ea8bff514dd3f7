package codeframe.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void knowsPermissions() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this file system knows no permissions");
    }

    /** Folders and files in it, and itself, that others can do something with. */
    static List<String> openToOthers(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(path -> !Files.isSymbolicLink(path))
                    .map(path -> permissions(path) + " " + root.relativize(path))
                    .filter(line -> !line.startsWith("------", 3))
                    .toList();
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_folder_and_a_file_are_closed_whether_they_are_new_or_were_open() throws IOException {
        var fresh = folder.resolve("outer/new");
        OwnerOnly.folder(fresh);
        assertThat(permissions(fresh)).isEqualTo("rwx------");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxrwxrwx"));
        OwnerOnly.folder(fresh);
        assertThat(permissions(fresh)).isEqualTo("rwx------");
        var file = fresh.resolve("log");
        OwnerOnly.file(file);
        assertThat(permissions(file)).isEqualTo("rw-------");
        Files.writeString(file, "kept");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        OwnerOnly.file(file);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("kept");
    }

    @Test
    void a_folder_behind_a_link_is_closed_too() throws IOException {
        var real = Files.createDirectory(folder.resolve("real"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwxr-xr-x"));
        OwnerOnly.folder(Files.createSymbolicLink(folder.resolve("link"), real));
        assertThat(permissions(real)).isEqualTo("rwx------");
    }

    @Test
    void a_tree_is_closed_and_programs_stay_programs() throws IOException {
        var program = folder.resolve("tree/bin/run");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createSymbolicLink(program.resolveSibling("alias"), Path.of("run"));
        OwnerOnly.tree(folder.resolve("tree"));
        assertThat(openToOthers(folder.resolve("tree"))).isEmpty();
        assertThat(permissions(program)).isEqualTo("rwx------");
    }

    @Test
    void a_secret_is_made_once_and_closed_when_it_was_copied_back_open() throws IOException {
        var file = folder.resolve("in/secret.key");
        var secret = OwnerOnly.secret(file);
        assertThat(secret).hasSizeGreaterThan(40);
        assertThat(permissions(file)).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(OwnerOnly.secret(file)).isEqualTo(secret);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void an_empty_file_is_no_secret() throws IOException {
        var file = Files.createFile(folder.resolve("secret.key"));
        assertThat(OwnerOnly.secret(file)).hasSizeGreaterThan(40);
    }

    @Test
    void programs_that_ask_at_the_same_time_get_the_same_secret() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 30; round++) {
            var file = folder.resolve("round" + round).resolve("secret.key");
            var asks = new ArrayList<Callable<String>>();
            for (int i = 0; i < 8; i++) {
                asks.add(() -> OwnerOnly.secret(file));
            }
            var secrets = new HashSet<String>();
            for (var answer : pool.invokeAll(asks)) {
                secrets.add(answer.get());
            }
            assertThat(secrets).hasSize(1).noneMatch(String::isEmpty);
        }
        pool.shutdown();
    }
}
