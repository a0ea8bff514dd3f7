package codeframe.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** Text that can be looked at as far ahead as needed before it is taken. */
final class LookAheadText implements Closeable {
    static final int END = -1;

    private final Reader reader;
    private char[] chars = new char[1 << 16];
    private int start;
    private int end;
    private boolean over;

    LookAheadText(Reader reader) {
        this.reader = reader;
    }

    /** The character so many places on, or {@link #END}. */
    int at(int ahead) throws IOException {
        while (start + ahead >= end) {
            if (over) {
                return END;
            }
            more();
        }
        return chars[start + ahead];
    }

    private void more() throws IOException {
        if (end == chars.length) {
            int left = end - start;
            var room = left > chars.length / 2 ? new char[2 * chars.length] : chars;
            System.arraycopy(chars, start, room, 0, left);
            chars = room;
            start = 0;
            end = left;
        }
        int read = reader.read(chars, end, chars.length - end);
        over = read < 0;
        end += Math.max(0, read);
    }

    /** What lies between two places that were looked at. */
    String text(int from, int to) {
        return String.valueOf(Arrays.copyOfRange(chars, start + from, start + to));
    }

    void take(int count) {
        start += count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
