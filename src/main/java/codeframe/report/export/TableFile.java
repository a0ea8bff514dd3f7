package codeframe.report.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written row by row. A cell is a text, a number or null for an empty one. */
interface TableFile extends Closeable {
    void row(List<?> cells) throws IOException;
}
