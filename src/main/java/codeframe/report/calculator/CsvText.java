package codeframe.report.calculator;

import codeframe.web.Problem;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A pasted or uploaded table, row by row: UTF-8, with commas, semicolons or tabs, whichever its first row has most. */
final class CsvText {
    private static final int LONGEST_HEADER = 64_000;

    private CsvText() {}

    interface Rows {
        /** Line 1 is the header. */
        void row(long line, List<String> cells);
    }

    /** The header goes to the first function, which says what to do with the rows. */
    interface Header {
        Rows of(List<String> columns);
    }

    static void read(InputStream bytes, Header header) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        try (var text = new BufferedReader(new InputStreamReader(bytes, decoder), 2 * LONGEST_HEADER)) {
            skipMark(text);
            try (var csv = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)) {
                each(csv.stream(), header);
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void each(Stream<CsvRecord> records, Header header) {
        var rows = new Object() {
            private Optional<Rows> taking = Optional.empty();
            private int width;
        };
        records.forEach(record -> {
            if (rows.taking.isEmpty()) {
                rows.width = record.getFieldCount();
                rows.taking = Optional.of(
                        header.of(record.getFields().stream().map(String::strip).toList()));
            } else if (record.getFieldCount() == rows.width) {
                rows.taking.get().row(record.getStartingLineNumber(), record.getFields());
            } else {
                throw new Problem.Invalid("Row " + record.getStartingLineNumber() + " has " + record.getFieldCount()
                        + " cells, the header has " + rows.width + ".");
            }
        });
        if (rows.taking.isEmpty()) {
            throw new Problem.Invalid("The table is empty. Its first row must name the columns.");
        }
    }

    private static Problem unreadable(Throwable cause) {
        return cause instanceof CharacterCodingException
                ? new Problem.Invalid("The table is not UTF-8 text. Save it as \"CSV UTF-8\" and send it again.")
                : new Problem.Invalid("The table cannot be read as CSV: a quotation mark may not be closed.");
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var start = new char[LONGEST_HEADER];
        int length = text.read(start);
        text.reset();
        var header = length < 0
                ? ""
                : new String(start, 0, length).lines().findFirst().orElse("");
        long commas = header.chars().filter(c -> c == ',').count();
        long semicolons = header.chars().filter(c -> c == ';').count();
        long tabs = header.chars().filter(c -> c == '\t').count();
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
