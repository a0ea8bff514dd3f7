package codeframe.image.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as ZIP writes them: unsigned, the low byte first. */
record LittleEndian(ByteBuffer buffer) {
    static final int SHORT = 0xffff;
    static final long INT = 0xffffffffL;

    static LittleEndian of(byte[] bytes) {
        return new LittleEndian(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    int shortAt(int at) {
        return buffer.getShort(at) & SHORT;
    }

    long intAt(int at) {
        return buffer.getInt(at) & INT;
    }

    long longAt(int at) {
        return buffer.getLong(at);
    }

    int length() {
        return buffer.capacity();
    }
}
