package codeframe.image.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a table's text is written: UTF-8 or UTF-16 by its mark, UTF-8 when it is valid, else Windows-1252. */
record CsvEncoding(Charset charset, int markLength) {

    static CsvEncoding of(MetadataCsv.Content content) throws IOException {
        byte[] start;
        try (InputStream in = content.open()) {
            start = in.readNBytes(3);
        }
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            return new CsvEncoding(StandardCharsets.UTF_8, 3);
        } else if (startsWith(start, 0xff, 0xfe)) {
            return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
        } else if (startsWith(start, 0xfe, 0xff)) {
            return new CsvEncoding(StandardCharsets.UTF_16BE, 2);
        } else {
            return new CsvEncoding(isUtf8(content) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), 0);
        }
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || (start[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(MetadataCsv.Content content) throws IOException {
        // A reader made from a decoder, unlike one made from a character set, reports what it cannot decode.
        try (var reader = new InputStreamReader(content.open(), StandardCharsets.UTF_8.newDecoder())) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    Reader reader(MetadataCsv.Content content) throws IOException {
        var in = content.open();
        in.skipNBytes(markLength);
        return new BufferedReader(new InputStreamReader(in, charset));
    }
}
