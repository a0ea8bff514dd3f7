package codeframe.image.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** One entry as the archive's list of contents describes it (APPNOTE 4.3.12). */
public record ZipItem(String name, int flags, int method, long crc, long packedSize, long size, long header) {
    static final long SIGNATURE = 0x02014b50;
    static final int FIXED_LENGTH = 46;
    private static final int UTF_8_FLAG = 1 << 11;

    static ZipItem of(LittleEndian fixed, byte[] name, LittleEndian extra, long shift) {
        int flags = fixed.shortAt(8);
        var sizes = new Zip64Sizes(extra);
        long size = sizes.or(fixed.intAt(24));
        long packedSize = sizes.or(fixed.intAt(20));
        long header = sizes.or(fixed.intAt(42)) + shift;
        return new ZipItem(text(name, flags), flags, fixed.shortAt(10), fixed.intAt(16), packedSize, size, header);
    }

    boolean isEncrypted() {
        return (flags & 1) != 0;
    }

    public boolean isFolder() {
        return name.endsWith("/") || name.endsWith("\\");
    }

    // Names without the flag are UTF-8 all the same from macOS, and the old DOS letters from elsewhere.
    private static String text(byte[] name, int flags) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            boolean dos = (flags & UTF_8_FLAG) == 0 && Charset.isSupported("IBM437");
            return new String(name, dos ? Charset.forName("IBM437") : StandardCharsets.UTF_8);
        }
    }

    /** The 64-bit values of the extra field, there only for those fields that overflowed, in this order. */
    private static final class Zip64Sizes {
        private static final int TAG = 1;
        private final LittleEndian extra;
        private int at;
        private int end;

        Zip64Sizes(LittleEndian extra) {
            this.extra = extra;
            int field = 0;
            while (field + 4 <= extra.length() && extra.shortAt(field) != TAG) {
                field += 4 + extra.shortAt(field + 2);
            }
            if (field + 4 <= extra.length()) {
                at = field + 4;
                end = Math.min(extra.length(), at + extra.shortAt(field + 2));
            }
        }

        long or(long value) {
            if (value != LittleEndian.INT || at + 8 > end) {
                return value;
            }
            at += 8;
            return extra.longAt(at - 8);
        }
    }
}
