package codeframe.clip;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Fetches one file into a folder: written to {@code name.part}, taken up again where a connection broke off, checked
 * against the hub's checksum and only then given its name.
 */
final class HubDownload {
    /** BilingualNumbers how many bytes are there of how many, and asked whether to go on. */
    interface Progress {
        boolean goOn(long done, long total);
    }

    /** Told of a file that has come whole. */
    interface Arrival {
        void of(String file, String revision, String checksum) throws IOException;
    }

    /** Why a file did not arrive; what did stays for the next attempt unless it was wrong. */
    static final class Failed extends Exception {
        Failed(String sentence) {
            super(sentence);
        }
    }

    static final class Cancelled extends Exception {}

    private static final int FRUITLESS_ATTEMPTS = 3;

    private final URI address;
    private final Path target;
    private final Path part;
    private final Progress progress;
    private final Arrival arrival;
    private String checksum = "";
    private String revision = "";
    private long size;

    HubDownload(URI address, Path target, Progress progress, Arrival arrival) {
        this.arrival = arrival;
        this.address = address;
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.progress = progress;
    }

    /** @return whether the hub has the file */
    boolean fetch() throws Failed, Cancelled {
        if (Files.exists(target)) {
            return true;
        }
        int fruitless = 0;
        while (fruitless < FRUITLESS_ATTEMPTS) {
            long before = length();
            try {
                if (!fetchRest()) {
                    return false;
                }
                keepIfRight();
                return true;
            } catch (IOException e) {
                fruitless = length() > before ? 0 : fruitless + 1;
                if (fruitless == FRUITLESS_ATTEMPTS) {
                    throw new Failed(broken(e));
                }
            }
        }
        throw new IllegalStateException("unreachable");
    }

    private String broken(IOException e) {
        return "The connection to %s broke off at %s (%s). What has arrived is kept; start the download again to go on."
                .formatted(address.getHost(), name(), e.getMessage() == null ? "no reason given" : e.getMessage());
    }

    private boolean fetchRest() throws IOException, Failed, Cancelled {
        try (var file = HubFile.open(address, length())) {
            if (file.status() == 404 || file.status() == 401) {
                return false;
            }
            if (file.status() / 100 != 2) {
                throw new Failed("%s answered %d for %s.".formatted(address.getHost(), file.status(), name()));
            }
            checksum = file.checksum();
            revision = file.revision();
            size = file.size();
            refuseIfFull(size - file.start());
            write(file);
        }
        return true;
    }

    private void refuseIfFull(long needed) throws IOException, Failed {
        long free = Files.getFileStore(part.getParent()).getUsableSpace();
        if (needed > free) {
            throw new Failed(String.format(
                    Locale.ROOT,
                    "%s needs %.1f GB, but the disk has only %.1f GB left.",
                    name(),
                    needed / 1e9,
                    free / 1e9));
        }
    }

    private void write(HubFile file) throws IOException, Cancelled {
        var mode = file.start() > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (var in = file.content();
                var out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            var buffer = new byte[1 << 17];
            long done = file.start();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                done += read;
                if (!progress.goOn(done, size)) {
                    throw new Cancelled();
                }
            }
        }
        if (size > 0 && length() < size) {
            throw new IOException("only " + length() + " of " + size + " bytes came");
        }
    }

    private void keepIfRight() throws IOException, Failed {
        var found = checksum.length() == 64 ? sha256() : gitObject();
        if (!checksum.isEmpty() && !found.equals(checksum)) {
            Files.delete(part);
            throw new Failed("The checksum of " + name() + " is wrong: the hub says " + checksum.substring(0, 12)
                    + "…, the file has " + found.substring(0, 12) + "…. It was deleted; start the download again.");
        }
        arrival.of(name(), revision, checksum);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target);
        }
    }

    private String sha256() throws IOException {
        return digest(ModelHash.digest("SHA-256"));
    }

    /** As Git names a file: SHA-1 over a heading with its length, and its content. */
    private String gitObject() throws IOException {
        var digest = ModelHash.digest("SHA-1");
        digest.update(("blob " + length() + "\0").getBytes(StandardCharsets.US_ASCII));
        return digest(digest);
    }

    private String digest(MessageDigest digest) throws IOException {
        try (var in = Files.newInputStream(part)) {
            var buffer = new byte[1 << 20];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private long length() {
        return part.toFile().length();
    }

    private String name() {
        return target.getFileName().toString();
    }
}
