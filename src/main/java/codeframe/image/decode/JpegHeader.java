package codeframe.image.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a JPEG says before its pixels begin (ITU-T T.81, annex B), and whether it says where they end.
 *
 * @param jfif whether it says by JFIF's segment that its colours are luminance and two differences
 * @param adobe whether it says by Adobe's segment what its colours are
 * @param huffman whether it is coded by Huffman's tables and not without loss, as practically all are
 */
record JpegHeader(int width, int height, int components, boolean jfif, boolean adobe, boolean huffman, boolean ends) {
    private static final JpegHeader NOTHING = new JpegHeader(-1, -1, -1, false, false, false, false);
    /** Fewer bytes are no segment of JFIF's, whatever they begin with. */
    private static final int JFIF_LENGTH = 16;

    private static final int PROGRESSIVE = 0xc2;
    private static final int JFIF = 0xe0;
    private static final int ADOBE = 0xee;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    static Optional<JpegHeader> read(byte[] bytes) {
        var header = NOTHING;
        int at = 2;
        while (at + 4 <= bytes.length) {
            int marker = bytes[at + 1] & 0xff;
            if ((bytes[at] & 0xff) != 0xff || marker == 0xff || standsAlone(marker)) {
                at++;
            } else if (marker == START_OF_SCAN) {
                return header.ending(endsAfter(bytes, at)).known();
            } else {
                header = header.with(marker, bytes, at);
                at += 2 + Math.max(2, unsigned(bytes, at + 2));
            }
        }
        return header.known();
    }

    private JpegHeader with(int marker, byte[] bytes, int at) {
        if (isFrame(marker) && at + 10 <= bytes.length) {
            return new JpegHeader(
                    unsigned(bytes, at + 7),
                    unsigned(bytes, at + 5),
                    bytes[at + 9] & 0xff,
                    jfif,
                    adobe,
                    marker <= PROGRESSIVE,
                    false);
        } else if (marker == JFIF || marker == ADOBE) {
            boolean ofJfif =
                    marker == JFIF && begins(bytes, at + 4, "JFIF\0") && unsigned(bytes, at + 2) >= JFIF_LENGTH;
            boolean ofAdobe = marker == ADOBE && begins(bytes, at + 4, "Adobe");
            return new JpegHeader(width, height, components, jfif || ofJfif, adobe || ofAdobe, huffman, false);
        }
        return this;
    }

    private static boolean begins(byte[] bytes, int at, String word) {
        byte[] letters = word.getBytes(StandardCharsets.US_ASCII);
        int end = Math.min(bytes.length, at + letters.length);
        return Arrays.equals(bytes, Math.min(at, end), end, letters, 0, letters.length);
    }

    /** Empty without a frame. */
    private Optional<JpegHeader> known() {
        return Optional.of(this).filter(header -> header.components >= 0);
    }

    boolean isCmyk() {
        return components == 4;
    }

    private JpegHeader ending(boolean found) {
        return new JpegHeader(width, height, components, jfif, adobe, huffman, found);
    }

    // SOF0 to SOF15 without the Huffman, arithmetic and reserved markers among them.
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
    }

    // Within a scan every 0xff of the data is followed by 0, so that the marker cannot occur by chance.
    private static boolean endsAfter(byte[] bytes, int scan) {
        for (int i = scan; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    private static int unsigned(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
