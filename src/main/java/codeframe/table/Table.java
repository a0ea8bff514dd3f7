package codeframe.table;

import codeframe.web.NumberText;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A table, read row by row. Every cell stays the text that it is: ids are never taken for numbers. */
public final class Table implements Closeable {
    /** A few kilobytes of an archive can unpack to any number of rows. */
    public static final long MOST_ROWS = 2_000_000;

    private final Rows rows;
    private final Header header;
    private final long mostRows;
    private final TableRemarks remarks;
    private Optional<RawRow> ahead = Optional.empty();
    private Optional<Unreadable> broken = Optional.empty();
    private long count;

    private Table(Rows rows, TableRemarks remarks, long mostRows, boolean named) throws IOException, Unreadable {
        this.rows = rows;
        this.remarks = remarks;
        this.mostRows = mostRows;
        var first = rows.next();
        if (first.isEmpty()) {
            throw new Unreadable("The table is empty: it needs a row of column names and at least one more.");
        }
        if (named) {
            remarks.note(first.get());
            header = Header.of(first.get().cells());
        } else {
            ahead = first;
            header = Header.numbered(first.get().cells().size());
        }
        if (!hasNext()) {
            throw new Unreadable("The table has one row and no more: below its column names it needs rows.");
        }
    }

    public static Table open(Content content) throws IOException, Unreadable {
        return open(content, "");
    }

    /** @param sheet of a workbook, by its name; empty for the first that is not hidden */
    public static Table open(Content content, String sheet) throws IOException, Unreadable {
        return open(content, sheet, MOST_ROWS);
    }

    public static Table open(Content content, String sheet, long mostRows) throws IOException, Unreadable {
        return open(content, sheet, mostRows, true);
    }

    /** A table whose first row is one like the others: its columns are "column 1" and so on. */
    public static Table withoutNames(Content content, String sheet, long mostRows) throws IOException, Unreadable {
        return open(content, sheet, mostRows, false);
    }

    private static Table open(Content content, String sheet, long mostRows, boolean named)
            throws IOException, Unreadable {
        var source = TableSource.of(content, sheet);
        try {
            return new Table(source.rows(), new TableRemarks(source.remark()), mostRows, named);
        } catch (IOException | Unreadable | RuntimeException e) {
            source.rows().close();
            throw e;
        }
    }

    /** The first characters of what was sent, to tell what kind of file it is. */
    public static String beginning(Content content, int length) throws IOException {
        try (var text = Encoding.of(content).reader(content)) {
            var start = new StringBuilder();
            for (int c = text.read(); c >= 0 && start.length() < length; c = text.read()) {
                start.append((char) c);
            }
            return start.toString();
        }
    }

    /** The names of the columns, all different. */
    public List<String> columns() {
        return header.names();
    }

    /** The column names as they are written: one may stand there twice, or be empty. */
    public List<String> written() {
        return header.written();
    }

    /** What a reader should know about how the table was read so far, as sentences. */
    public List<String> remarks() {
        var all = new ArrayList<>(List.of(rows.remark()));
        all.addAll(remarks.list());
        all.removeIf(String::isEmpty);
        return List.copyOf(all);
    }

    public boolean hasNext() throws IOException, Unreadable {
        if (broken.isPresent()) {
            throw broken.get();
        }
        ahead = ahead.isPresent() ? ahead : rows.next();
        return ahead.isPresent();
    }

    public Row next() throws IOException, Unreadable {
        if (!hasNext()) {
            throw new NoSuchElementException();
        } else if (count++ == mostRows) {
            throw new Unreadable("The table has more than " + NumberText.count(mostRows)
                    + " rows. Send the others in tables of their own.");
        }
        var raw = ahead.orElseThrow();
        ahead = Optional.empty();
        remarks.note(raw);
        return header.row(raw);
    }

    /** At most so many of the next rows. Where the table cannot be read on, those before that place come first. */
    public List<Row> next(int most) throws IOException, Unreadable {
        var some = new ArrayList<Row>();
        try {
            while (some.size() < most && hasNext()) {
                some.add(next());
            }
        } catch (Unreadable reason) {
            broken = Optional.of(reason);
            if (some.isEmpty()) {
                throw reason;
            }
        }
        return some;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
