package codeframe.table;

import java.io.BufferedInputStream;
import java.io.IOException;

/** How many letters beyond ASCII a text has when it is read as UTF-8, and how many bytes that are none. */
record Utf8Letters(long valid, long invalid) {
    private static final int BUFFER = 1 << 16;

    static Utf8Letters count(Content content) throws IOException {
        long valid = 0;
        long invalid = 0;
        int due = 0;
        try (var in = new BufferedInputStream(content.open(), BUFFER)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                boolean follows = (b & 0xc0) == 0x80;
                if (due > 0 && follows) {
                    valid += --due == 0 ? 1 : 0;
                } else {
                    int length = following(b);
                    invalid += due > 0 || length < 0 ? 1 : 0;
                    due = Math.max(0, length);
                }
            }
        }
        return new Utf8Letters(valid, invalid + (due > 0 ? 1 : 0));
    }

    /** How many bytes follow one that begins a character, or -1 for one that begins none. */
    private static int following(int b) {
        if (b < 0x80) {
            return 0;
        } else if (b >= 0xc2 && b <= 0xdf) {
            return 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            return 2;
        }
        return b >= 0xf0 && b <= 0xf4 ? 3 : -1;
    }
}
