package codeframe.demo.training;

/** IEEE 754 binary16, which Java knows only from version 20. */
final class HalfPrecision {
    private HalfPrecision() {}

    /** Rounded to the nearest half, ties to even; weights are far from infinity. */
    static short of(float value) {
        int bits = Float.floatToIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (size < 0x1p-14f) {
            return (short) (sign | (int) Math.rint(size * 0x1p24));
        }
        int magnitude = bits & 0x7fffffff;
        int rounded = magnitude + 0xfff + (magnitude >>> 13 & 1);
        return (short) (sign | (rounded - (112 << 23)) >>> 13);
    }
}
