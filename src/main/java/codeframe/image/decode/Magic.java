package codeframe.image.decode;

import java.nio.charset.StandardCharsets;

/** The first bytes of a file, asked what they say. */
record Magic(byte[] bytes) {

    boolean startsWith(int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    boolean textAt(int offset, String text) {
        return bytes.length >= offset + text.length()
                && text(offset, text.length()).equals(text);
    }

    String text(int offset, int length) {
        int end = Math.min(bytes.length, offset + length);
        return end <= offset ? "" : new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1);
    }
}
