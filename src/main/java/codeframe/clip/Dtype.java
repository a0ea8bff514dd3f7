package codeframe.clip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The number formats of checkpoints: all can lie in a file, three are weights. */
enum Dtype {
    F32(4),
    F16(2),
    BF16(2),
    F64(8),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U64(8),
    U32(4),
    U16(2),
    U8(1),
    BOOL(1),
    F8_E4M3(1),
    F8_E5M2(1);

    final int bytes;

    Dtype(int bytes) {
        this.bytes = bytes;
    }

    boolean isWeight() {
        return this == F32 || this == F16 || this == BF16;
    }

    float read(ByteBuffer source, int index) {
        return switch (this) {
            case F32 -> source.getFloat(4 * index);
            case BF16 -> Float.intBitsToFloat(source.getShort(2 * index) << 16);
            case F16 -> half(source.getShort(2 * index));
            default -> throw new IllegalStateException(this + " is not a weight");
        };
    }

    /** F32 stays where it is; the two short formats are expanded, because torch takes no bfloat16 through DJL. */
    ByteBuffer expanded(ByteBuffer source) {
        if (this == F32) {
            return source;
        }
        int count = source.remaining() / bytes;
        var floats = ByteBuffer.allocateDirect(4 * count).order(ByteOrder.nativeOrder());
        for (int i = 0; i < count; i++) {
            floats.putFloat(4 * i, read(source, i));
        }
        return floats;
    }

    /** IEEE 754 binary16; the JDK has this only from version 20 on. */
    static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float subnormal = fraction * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        int widened = exponent == 31 ? 255 : exponent + 112;
        return Float.intBitsToFloat(sign | (widened << 23) | (fraction << 13));
    }
}
