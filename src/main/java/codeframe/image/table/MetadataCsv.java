package codeframe.image.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A metadata table, read row by row. Every cell stays the text it is: ids are never taken for numbers. */
public final class MetadataCsv implements Closeable {
    private static final int LONGEST_ROW = 64 << 20;

    /** A few kilobytes of an archive can unpack to any number of rows. */
    static final long MOST_ROWS = 2_000_000;

    private final CloseableIterator<CsvRecord> records;
    private final Header header;
    private long rows;

    private MetadataCsv(CloseableIterator<CsvRecord> records, Header header) {
        this.records = records;
        this.header = header;
    }

    /** Opens the content anew each time it is asked: the encoding is told before the first row is read. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public static final class Unreadable extends Exception {
        Unreadable(String sentence) {
            super(sentence);
        }
    }

    public static MetadataCsv open(Content content) throws IOException, Unreadable {
        var encoding = CsvEncoding.of(content);
        char separator = CsvSeparator.of(encoding.reader(content));
        var records = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(encoding.reader(content))
                .iterator();
        if (!readable(records::hasNext)) {
            throw new Unreadable("The table is empty: it needs a row of column names and at least one more.");
        }
        return new MetadataCsv(records, Header.of(readable(records::next).getFields()));
    }

    public List<String> columns() {
        return header.names();
    }

    public boolean hasNext() throws Unreadable {
        return readable(records::hasNext);
    }

    public CsvRow next() throws Unreadable {
        if (rows++ == MOST_ROWS) {
            throw new Unreadable("The table has more than 2,000,000 rows. Send the others in tables of their own.");
        }
        return header.row(readable(records::next));
    }

    private static <T> T readable(Supplier<T> reading) throws Unreadable {
        try {
            return reading.get();
        } catch (CsvParseException e) {
            throw new Unreadable("The table cannot be read on: " + reason(e));
        }
    }

    /** At most so many of the next rows. */
    public List<CsvRow> next(int most) throws Unreadable {
        var rows = new ArrayList<CsvRow>();
        while (rows.size() < most && hasNext()) {
            rows.add(next());
        }
        return rows;
    }

    private static String reason(CsvParseException thrown) {
        var cause = thrown.getCause();
        return cause == null || cause.getMessage() == null ? thrown.getMessage() : cause.getMessage();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
