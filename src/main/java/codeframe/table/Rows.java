package codeframe.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of a table in one of the forms in which tables come; the first one has the column names. */
interface Rows extends Closeable {
    /** A table has at most so many; a few kilobytes of an archive can unpack to any number. */
    int MOST_COLUMNS = 20_000;

    /** What a reader should know about all that was read so far, as a sentence; else empty. */
    default String remark() {
        return "";
    }

    Optional<RawRow> next() throws IOException, Unreadable;
}
