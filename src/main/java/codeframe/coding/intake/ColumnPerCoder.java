package codeframe.coding.intake;

import codeframe.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One row per image and one column per coder, for one variable. */
final class ColumnPerCoder extends TableForm {
    private final List<String> header;
    private final int image;
    private final String variable;
    private final List<Integer> coders = new ArrayList<>();

    ColumnPerCoder(List<String> header, int image, ImportChoices naming) {
        this.header = header;
        this.image = image;
        variable = naming.variable();
        for (int column = 0; column < header.size(); column++) {
            var name = header.get(column);
            if (column != image && isCoder(name, naming)) {
                coders.add(column);
            } else if (column != image) {
                leaveOut(name, "It is no coder's column.");
            }
        }
    }

    /** The names of the coders may be given, with commas, where a table has other columns as well. */
    private static boolean isCoder(String name, ImportChoices naming) {
        var named = List.of(naming.coder().strip().split("\\s*,\\s*"));
        return !name.isEmpty()
                && !name.toLowerCase(Locale.ROOT).equals("path")
                && (naming.coder().isBlank() || named.contains(name));
    }

    @Override
    void read(Row row) {
        for (int column : coders) {
            if (row.cell(column).isEmpty()) {
                blank();
            } else {
                add(FileAnswer.of(
                        row.number(), row.cell(image), header.get(column), variable, List.of(row.cell(column))));
            }
        }
    }
}
