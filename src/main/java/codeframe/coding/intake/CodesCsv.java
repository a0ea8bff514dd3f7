package codeframe.coding.intake;

import codeframe.table.Content;
import codeframe.table.Row;
import codeframe.table.Table;
import codeframe.table.Unreadable;
import codeframe.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    static final String TOO_LONG =
            "The row has more cells than the table has columns, so it is not known which belongs where.";

    private CodesCsv() {}

    static CodesFile read(byte[] bytes, ImportChoices naming, ImportedAnswers reading) {
        try (var table = Table.open(Content.of(bytes), naming.sheet())) {
            if (LabelStudioMin.is(table.columns())) {
                return LabelStudioTable.read(table, naming, reading);
            }
            var form = form(table.columns(), naming, reading);
            var numbers = new TreeSet<Long>();
            while (table.hasNext()) {
                var row = table.next();
                if (!row.blank()) {
                    numbers.add(row.number());
                    read(row, form);
                }
            }
            return DecimalAnswers.of(form.file(numbers, table.remarks()), reading);
        } catch (Unreadable refused) {
            throw new Problem.Invalid(refused.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isOfLabelStudio(byte[] bytes, ImportChoices naming) {
        try (var table = Table.open(Content.of(bytes), naming.sheet())) {
            return LabelStudioMin.is(table.columns());
        } catch (Unreadable refused) {
            throw new Problem.Invalid(refused.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Row row, TableForm form) {
        if (row.fit() == Row.Fit.LONG) {
            form.refuse(row.number(), TOO_LONG);
        } else {
            form.read(row);
        }
    }

    private static TableForm form(List<String> header, ImportChoices naming, ImportedAnswers reading) {
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
}
