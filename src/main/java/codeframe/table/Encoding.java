package codeframe.table;

import codeframe.web.NumberText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a text is written: UTF-8 or UTF-16 by its mark; without one UTF-16 by its zeros, UTF-8 where it is valid, else the
 * old one-byte letters that make the best words.
 *
 * @param remark what a reader should know about it, as a sentence; else empty
 */
record Encoding(Charset charset, int markLength, String remark) {
    private static final int SAMPLE = 1 << 13;

    static Encoding of(Content content) throws IOException {
        byte[] start;
        try (InputStream in = content.open()) {
            start = in.readNBytes(SAMPLE);
        }
        if (begins(start, 0xef, 0xbb, 0xbf)) {
            return new Encoding(StandardCharsets.UTF_8, 3, "");
        } else if (begins(start, 0xff, 0xfe)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, "");
        } else if (begins(start, 0xfe, 0xff)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, "");
        } else if (endsLines(start, 0, 1) && zeros(start, 1) >= 9 * zeros(start, 0)) {
            return unmarked(StandardCharsets.UTF_16LE);
        } else if (endsLines(start, 1, 0) && zeros(start, 0) >= 9 * zeros(start, 1)) {
            return unmarked(StandardCharsets.UTF_16BE);
        }
        return ofBytes(content);
    }

    private static boolean begins(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || (start[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** A line that ends as UTF-16 ends it; a stray zero elsewhere is no sign of it. */
    private static boolean endsLines(byte[] start, int letter, int zero) {
        for (int i = 0; i + 1 < start.length; i += 2) {
            if (start[i + zero] == 0 && (start[i + letter] == '\n' || start[i + letter] == '\r')) {
                return true;
            }
        }
        return false;
    }

    private static Encoding unmarked(Charset charset) {
        return new Encoding(charset, 0, "The table was read as UTF-16, though it does not begin with its mark.");
    }

    private static int zeros(byte[] start, int place) {
        int zeros = 0;
        for (int i = place; i < start.length; i += 2) {
            zeros += start[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static Encoding ofBytes(Content content) throws IOException {
        var letters = Utf8Letters.count(content);
        if (letters.invalid() == 0) {
            return new Encoding(StandardCharsets.UTF_8, 0, "");
        } else if (letters.valid() >= 10 * letters.invalid()) {
            return new Encoding(
                    StandardCharsets.UTF_8,
                    0,
                    NumberText.count(letters.invalid())
                            + " characters of the table are broken in UTF-8 and shown as \ufffd.");
        }
        var old = LegacyCharset.best(content);
        return new Encoding(
                old.charset(),
                0,
                "The table is not in UTF-8; its letters were read as %s. If umlauts or accents look wrong, save it as \"CSV UTF-8\"."
                        .formatted(old.label()));
    }

    Reader reader(Content content) throws IOException {
        var in = content.open();
        in.skipNBytes(markLength);
        return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    }
}
