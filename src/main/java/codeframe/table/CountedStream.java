package codeframe.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that counts what is read from it and ends with an error when that is too much. */
final class CountedStream extends FilterInputStream {
    private final long most;
    private long count;

    CountedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int read) throws TooMuch {
        count += read;
        if (count > most) {
            throw new TooMuch();
        }
    }
}
