package codeframe.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What is sent once, laid aside so that it can be read again; gone when it is closed. */
public final class Spooled implements Content, Closeable {
    private final Path file;
    private long size;

    private Spooled(Path file) {
        this.file = file;
    }

    /** @throws Unreadable when there is more of it than the limit */
    public static Spooled of(InputStream sent, long largest) throws IOException, Unreadable {
        var spooled = new Spooled(Files.createTempFile("codeframe-table", null));
        try (var out = Files.newOutputStream(spooled.file)) {
            var piece = new byte[1 << 16];
            for (int read = sent.read(piece); read >= 0; read = sent.read(piece)) {
                spooled.size += read;
                if (spooled.size > largest) {
                    throw new Unreadable("The table is larger than " + largest / 1_000_000 + " MB.");
                }
                out.write(piece, 0, read);
            }
            return spooled;
        } catch (IOException | Unreadable | RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file, StandardOpenOption.READ));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
