package codeframe.coding.intake;

import codeframe.web.Problem;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Human codes as a table, in one of three forms: long ({@code image, variable, value, coder}), wide with one column per
 * coder of a variable that is named beside the file, or wide with one column per variable and a column {@code coder}.
 */
final class CodesCsv {
    private static final Set<String> IMAGE = Set.of("image", "path", "id", "filename", "file");
    private static final String SEPARATORS = ",;\t";
    private static final int LONGEST_CELL = 1 << 20;

    private CodesCsv() {}

    /** One row with its number, the header being row 1. */
    record Row(long number, List<String> cells) {
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    static CodesFile read(byte[] bytes, Naming naming, AnswerReading reading) {
        var rows = rows(TextFile.text(bytes));
        if (rows.isEmpty()) {
            throw new Problem.Invalid("The table is empty: it needs a row of column names and at least one more.");
        }
        var header = rows.get(0).cells().stream().map(String::strip).toList();
        var form = form(header, naming, reading);
        var numbers = new TreeSet<Long>();
        rows.subList(1, rows.size()).stream().filter(row -> !row.blank()).forEach(row -> {
            numbers.add(row.number());
            form.read(row);
        });
        return form.file(numbers);
    }

    private static TableForm form(List<String> header, Naming naming, AnswerReading reading) {
        int image = column(header, IMAGE);
        int coder = column(header, Set.of("coder"));
        if (image < 0) {
            throw new Problem.Invalid(
                    "The table has no column \"image\" with the number, path or name of the image. Its"
                            + " columns are " + String.join(", ", header) + ".");
        }
        if (column(header, Set.of("variable")) >= 0 && column(header, Set.of("value")) >= 0) {
            return new LongForm(header, image, naming);
        } else if (!naming.variable().isEmpty()) {
            return new ColumnPerCoder(header, image, naming);
        } else if (coder >= 0 || !naming.coder().isEmpty()) {
            return new ColumnPerVariable(header, image, coder, naming, reading);
        }
        throw new Problem.Invalid(
                "The table has neither the columns variable and value nor a column coder. If it has one"
                        + " column per coder, name the variable beside the file.");
    }

    /** By its name in small letters, the first wins; -1 when there is none. */
    static int column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static List<Row> rows(String text) {
        var rows = new ArrayList<Row>();
        var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL * 16)
                .ofCsvRecord(text);
        try (csv) {
            for (CsvRecord line : csv) {
                rows.add(new Row(rows.size() + 1, line.getFields()));
            }
        } catch (CsvParseException e) {
            throw new Problem.Invalid("The table cannot be read on after row " + rows.size()
                    + "; a quotation mark may be missing there.");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
