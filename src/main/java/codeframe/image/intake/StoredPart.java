package codeframe.image.intake;

import codeframe.image.archive.SeekableBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** An uploaded file as it lies in the database, read piece by piece. Not for several threads at a time. */
final class StoredPart implements SeekableBytes {
    static final int PIECE = 1 << 20;

    private final Imports imports;
    private final Imports.Part part;

    // Two pieces: an archive is read at its list of contents and at its files in turn.
    private final Map<Integer, byte[]> pieces = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > 2;
        }
    };

    StoredPart(Imports imports, Imports.Part part) {
        this.imports = imports;
        this.part = part;
    }

    /** Stores what is sent, a piece at a time. */
    static void store(Imports imports, long importId, String name, InputStream sent) throws IOException {
        byte[] first = sent.readNBytes(PIECE);
        if (first.length < PIECE) {
            imports.addSmallPart(importId, name, first);
            return;
        }
        long part = imports.addPart(importId, name);
        long size = 0;
        int number = 0;
        for (byte[] piece = first; piece.length > 0; piece = sent.readNBytes(PIECE)) {
            imports.addChunk(part, number++, piece);
            size += piece.length;
        }
        imports.stored(part, size);
    }

    @Override
    public long size() {
        return part.size();
    }

    @Override
    public InputStream from(long offset) {
        return new Reading(offset);
    }

    private byte[] piece(int number) throws IOException {
        byte[] cached = pieces.get(number);
        if (cached == null) {
            cached = imports.chunk(part.id(), number)
                    .orElseThrow(() -> new IOException("piece %d of part %d is gone".formatted(number, part.id())));
            pieces.put(number, cached);
        }
        return cached;
    }

    private final class Reading extends InputStream {
        private long at;

        Reading(long offset) {
            this.at = offset;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            } else if (at >= size()) {
                return -1;
            }
            byte[] piece = piece((int) (at / PIECE));
            int within = (int) (at % PIECE);
            int count = Math.min(length, piece.length - within);
            System.arraycopy(piece, within, bytes, offset, count);
            at += count;
            return count;
        }
    }
}
