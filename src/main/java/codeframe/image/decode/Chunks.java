package codeframe.image.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** The first chunk of a kind in a PNG or WebP file: others are stepped over, and none is unpacked. */
final class Chunks {
    private static final int HEAD = 8;

    private Chunks() {}

    /** PNG, third edition, section 5.3: length, type, data, and a checksum of four bytes. */
    static Optional<byte[]> ofPng(byte[] bytes, String type) {
        var buffer = ByteBuffer.wrap(bytes);
        var magic = new Magic(bytes);
        for (long at = 8; at + HEAD <= bytes.length; ) {
            long size = Integer.toUnsignedLong(buffer.getInt((int) at));
            if (magic.textAt((int) at + 4, type)) {
                return data(bytes, at + HEAD, size);
            }
            at += HEAD + size + 4;
        }
        return Optional.empty();
    }

    /** RFC 9649, section 2.3: type, length, data, and a byte of padding after an odd length. */
    static Optional<byte[]> ofWebp(byte[] bytes, String type) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var magic = new Magic(bytes);
        for (long at = 12; at + HEAD <= bytes.length; ) {
            long size = Integer.toUnsignedLong(buffer.getInt((int) at + 4));
            if (magic.textAt((int) at, type)) {
                return data(bytes, at + HEAD, size);
            }
            at += HEAD + size + size % 2;
        }
        return Optional.empty();
    }

    private static Optional<byte[]> data(byte[] bytes, long from, long size) {
        return from + size <= bytes.length
                ? Optional.of(Arrays.copyOfRange(bytes, (int) from, (int) (from + size)))
                : Optional.empty();
    }
}
