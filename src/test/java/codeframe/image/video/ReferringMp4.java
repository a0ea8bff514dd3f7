package codeframe.image.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An MP4 whose frames lie elsewhere: its data reference (ISO/IEC 14496-12, 8.7.2) names an address or a file. */
final class ReferringMp4 {
    private static final List<String> PARENTS = List.of("moov", "trak", "mdia", "minf", "dinf", "dref");
    private static final int OWN = 12;

    private ReferringMp4() {}

    /** @param mp4 whose index comes after its frames, so that their places stay right */
    static byte[] toAddress(byte[] mp4, String address) {
        byte[] location = (address + "\0").getBytes(StandardCharsets.UTF_8);
        return referring(
                mp4,
                ByteBuffer.allocate(OWN + location.length)
                        .putInt(OWN + location.length)
                        .put("url ".getBytes(StandardCharsets.US_ASCII))
                        .putInt(0)
                        .put(location));
    }

    /** By QuickTime's alias record; the frames within are blotted out. */
    static byte[] toFile(byte[] mp4, String file) {
        byte[] path = file.replace('/', ':').getBytes(StandardCharsets.UTF_8);
        int padded = path.length + path.length % 2;
        int size = OWN + 150 + 4 + padded + 4;
        var alias = ByteBuffer.allocate(size)
                .putInt(size)
                .put("alis".getBytes(StandardCharsets.US_ASCII))
                .putInt(0);
        alias.position(OWN + 10 + 28 + 12 + 64 + 16);
        alias.putShort((short) 1).putShort((short) 1);
        alias.position(OWN + 150);
        alias.putShort((short) 2).putShort((short) padded).put(path);
        alias.position(size - 4);
        alias.putShort((short) -1).putShort((short) 0);
        var made = referring(mp4, alias);
        int frames = HostileVideoTest.index(made, "mdat") + 4;
        Arrays.fill(made, frames, HostileVideoTest.index(made, "moov") - 4, (byte) 0);
        return made;
    }

    private static byte[] referring(byte[] mp4, ByteBuffer entry) {
        int reference = HostileVideoTest.index(mp4, "url ") - 4;
        int more = entry.capacity() - OWN;
        var out = ByteBuffer.allocate(mp4.length + more);
        out.put(mp4, 0, reference).put(entry.array()).put(mp4, reference + OWN, mp4.length - reference - OWN);
        for (var parent : PARENTS) {
            int box = HostileVideoTest.index(mp4, parent) - 4;
            out.putInt(box, out.getInt(box) + more);
        }
        return out.array();
    }
}
