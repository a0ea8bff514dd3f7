package codeframe.image.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** ZIPs whose 64-bit fields (APPNOTE 4.3.14, 4.3.15 and 4.5.3) say whatever one wants, made from plain ones. */
public final class Zip64 {
    private static final int END = 22;

    private Zip64() {}

    /** Its list of contents is found through an end record of 64 bits, which stands where the list ends. */
    public static byte[] of(byte[] zip) {
        return located(zip, zip.length - END);
    }

    /** As {@link #of}, but the locator points to somewhere. */
    public static byte[] located(byte[] zip, long at) {
        var plain = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END;
        var large = buffer(zip.length + 56 + 20).put(zip, 0, end);
        large.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
        large.putInt(0).putInt(0);
        long entries = plain.getShort(end + 10);
        large.putLong(entries).putLong(entries);
        large.putLong(plain.getInt(end + 12)).putLong(plain.getInt(end + 16));
        large.putInt(0x07064b50).putInt(0).putLong(at).putInt(1);
        large.put(zip, end, 8).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        return large.array();
    }

    /** The only entry says in 64 bits how long it is, unpacked and packed, and where it begins. */
    public static byte[] sized(byte[] zip, long size, long packed, long header) {
        var plain = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END;
        int entry = plain.getInt(end + 16);
        int afterName = entry + 46 + plain.getShort(entry + 28);
        var large = buffer(zip.length + 28).put(zip, 0, afterName);
        large.putShort((short) 1).putShort((short) 24);
        large.putLong(size).putLong(packed).putLong(header);
        large.put(zip, afterName, zip.length - afterName);
        large.putInt(entry + 20, -1).putInt(entry + 24, -1).putInt(entry + 42, -1);
        large.putShort(entry + 30, (short) 28);
        large.putInt(end + 28 + 12, plain.getInt(end + 12) + 28);
        return large.array();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The same, with one byte changed. */
    static byte[] changed(byte[] zip, int at, int value) {
        byte[] changed = Arrays.copyOf(zip, zip.length);
        changed[at] = (byte) value;
        return changed;
    }
}
