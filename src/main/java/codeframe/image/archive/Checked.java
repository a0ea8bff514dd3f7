package codeframe.image.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** An entry of a ZIP on its way, held to its length and its check sum at its end. */
final class Checked extends FilterInputStream {
    private final ZipItem item;
    private final CRC32 crc = new CRC32();
    private long length;

    Checked(InputStream in, ZipItem item) {
        super(in);
        this.item = item;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int read;
        try {
            read = super.read(bytes, offset, count);
        } catch (ZipException | EOFException e) {
            throw damaged("it cannot be unpacked");
        }
        if (read > 0) {
            crc.update(bytes, offset, read);
            length += read;
        } else if (read < 0 && (length != item.size() || crc.getValue() != item.crc())) {
            throw damaged("its check sum is wrong");
        }
        return read;
    }

    private static IOException damaged(String how) {
        var sentence = "The file is damaged within the ZIP: " + how + ".";
        return new IOException(sentence, new BadZip(sentence));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
