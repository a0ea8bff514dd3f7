package codeframe.image.intake;

import codeframe.image.table.ColumnMapping;
import codeframe.image.table.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a later table under the names that an earlier one has for them: where both hold the same field ("Konto" and
 * "username" the account), the later value stands for the earlier and not beside it.
 */
final class CorrectedColumns {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> moved = new HashMap<>();
    private final String image;
    private final ColumnMapping later;

    CorrectedColumns(
            ColumnMapping earlier, List<String> earlierColumns, ColumnMapping later, List<String> laterColumns) {
        this.later = later.within(laterColumns);
        image = this.later.column(Field.IMAGE).orElse("");
        var known = earlier.within(earlierColumns);
        this.later
                .columns()
                .forEach((field, column) -> known.column(field)
                        .filter(name -> !name.equals(column))
                        .ifPresent(name -> (laterColumns.contains(name) ? moved : names).put(column, name)));
    }

    /** Where the later table has the field in a column beside the earlier's: that one, whose value an empty cell keeps. */
    Optional<String> earlier(String column) {
        return Optional.ofNullable(moved.get(column));
    }

    String name(String column) {
        return names.getOrDefault(column, column);
    }

    /** The mapping of the later table, by the earlier names. */
    Map<Field, String> fields() {
        var fields = new LinkedHashMap<Field, String>();
        later.columns().forEach((field, column) -> fields.put(field, name(column)));
        return fields;
    }

    /** What the row says, by the earlier names; not which file it names, for that only tells whom it speaks of. */
    Map<String, String> cells(List<String> columns, List<String> cells) {
        var all = new LinkedHashMap<String, String>();
        RowWriting.cells(columns, cells).forEach((column, cell) -> {
            if (!column.equals(image)) {
                all.put(name(column), cell);
            }
        });
        return all;
    }
}
