package codeframe.image.archive;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of known length that can be read from any place, again and again, without being in memory. */
public interface SeekableBytes {

    long size();

    /** The bytes from here to the end. */
    InputStream from(long offset) throws IOException;

    default byte[] read(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > size() - length) {
            throw new IOException("%d bytes at %d are not within %d".formatted(length, offset, size()));
        }
        try (var in = from(offset)) {
            return in.readNBytes(length);
        }
    }
}
