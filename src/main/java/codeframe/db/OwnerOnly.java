package codeframe.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders and files that no other account of this computer reads or changes. Where the file system knows no such
 * permissions (Windows, where a person's folders are theirs anyway), they are left as they are.
 */
public final class OwnerOnly {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private OwnerOnly() {}

    /** Made when it is not there, closed when others could enter it. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, permissions("rwx------"));
        }
        close(folder.toRealPath());
    }

    /** Made empty when it is not there. */
    static void file(Path file) throws IOException {
        try {
            Files.createFile(file, permissions("rw-------"));
        } catch (FileAlreadyExistsException there) {
            close(file);
        }
    }

    /** The folder and all that is in it. */
    static void tree(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : (Iterable<Path>) all::iterator) {
                close(path);
            }
        }
    }

    static boolean opensToOthers(Path path) throws IOException {
        return POSIX && !OWNER.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    /** The random text in the file, which is made with one when it is not there; several programs get the same. */
    public static String secret(Path file) throws IOException {
        if (Files.exists(file) && Files.readString(file).isBlank()) {
            Files.delete(file);
        }
        if (!Files.exists(file)) {
            make(file);
        }
        close(file);
        return Files.readString(file).strip();
    }

    /** Written elsewhere first: whoever finds the file finds all of it. */
    private static void make(Path file) throws IOException {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".key", permissions("rw-------"));
        try {
            Files.write(draft, text.getBytes(StandardCharsets.US_ASCII));
            place(draft, file);
        } catch (FileAlreadyExistsException another) {
            LOG.info("{} was made by another program at the same moment.", file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** As a second name of the draft, which never replaces what is there; where the file system has none, by moving. */
    private static void place(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            throw another;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(draft, file);
        }
    }

    private static FileAttribute<?>[] permissions(String text) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    /** Only what is our own: of another account's folder we would lock ourselves out, being its guest. */
    private static void close(Path path) throws IOException {
        if (Files.isSymbolicLink(path) || !opensToOthers(path)) {
            return;
        }
        if (ours(path)) {
            var kept = EnumSet.copyOf(OWNER);
            kept.retainAll(Files.getPosixFilePermissions(path));
            Files.setPosixFilePermissions(path, kept);
        }
        if (opensToOthers(path)) {
            LOG.warn(
                    "Other accounts of this computer can open {}, which belongs to another account than the one that"
                            + " runs Codeframe or lies on a file system without permissions.",
                    path);
        }
    }

    private static boolean ours(Path path) throws IOException {
        var sample = Files.createTempFile("owner", "");
        try {
            return Files.getOwner(path).equals(Files.getOwner(sample));
        } finally {
            Files.delete(sample);
        }
    }
}
