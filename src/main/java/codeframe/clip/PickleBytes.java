package codeframe.clip;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The operands of pickle instructions: little-endian but for floating-point numbers. */
final class PickleBytes {
    private final ByteBuffer in;

    PickleBytes(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int one() {
        return in.get() & 0xff;
    }

    int two() {
        return in.getShort() & 0xffff;
    }

    int four() {
        return in.getInt();
    }

    double real() {
        return Double.longBitsToDouble(Long.reverseBytes(in.getLong()));
    }

    /** A two's complement number of any length; sizes and offsets fit 64 bits. */
    long long1() {
        int length = one();
        if (length > 8) {
            throw new IllegalArgumentException("a number of " + length + " bytes");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            long digit = i == length - 1 ? in.get() : one();
            value |= digit << (8 * i);
        }
        return value;
    }

    String text(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String line() {
        int start = in.position();
        int length = 0;
        while (in.get() != '\n') {
            length++;
        }
        return new String(in.array(), start, length, StandardCharsets.UTF_8);
    }
}
