package codeframe.feature.intake;

import codeframe.image.FeatureKind;
import codeframe.web.Problem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a file holds what.
 *
 * @param separator between the entries of a list in one cell
 * @param blanksAreEmpty whether an empty cell says that nothing was found, and not that nobody looked
 */
public record FeatureMapping(Map<ColumnUse, Integer> columns, String separator, boolean blanksAreEmpty) {
    public static final List<String> SEPARATORS = List.of(";", ",", "|");

    /** By the names that tools give; what is not known is left out. */
    static FeatureMapping guess(FeatureFile file) {
        var columns = new EnumMap<ColumnUse, Integer>(ColumnUse.class);
        for (var use : ColumnUse.values()) {
            int at = use.find(file.columns());
            if (at >= 0 && !columns.containsValue(at)) {
                columns.put(use, at);
            }
        }
        if (columns.containsKey(ColumnUse.OBJECT)) {
            columns.remove(ColumnUse.OBJECTS);
        }
        if (columns.containsKey(ColumnUse.LABELS) || columns.containsKey(ColumnUse.OBJECT)) {
            columns.remove(ColumnUse.LABEL);
        }
        if (columns.keySet().stream().noneMatch(ColumnUse::isOneARow)) {
            columns.remove(ColumnUse.CONFIDENCE);
            columns.remove(ColumnUse.BOX);
        }
        return new FeatureMapping(columns, separator(file, columns), true);
    }

    private static String separator(FeatureFile file, Map<ColumnUse, Integer> columns) {
        return SEPARATORS.stream()
                .filter(sign -> List.of(ColumnUse.OBJECTS, ColumnUse.LABELS).stream()
                        .filter(columns::containsKey)
                        .anyMatch(use -> file.rows().stream()
                                .limit(1000)
                                .map(row -> row.cell(columns.get(use)))
                                .anyMatch(cell -> !cell.startsWith("[") && cell.contains(sign))))
                .findFirst()
                .orElse(";");
    }

    Set<FeatureKind> kinds() {
        var kinds = EnumSet.noneOf(FeatureKind.class);
        columns.keySet().forEach(use -> use.kind().ifPresent(kinds::add));
        return kinds;
    }

    Optional<Integer> column(ColumnUse use) {
        return Optional.ofNullable(columns.get(use));
    }

    /** @throws Problem.Invalid with the sentence that says what is missing or twice */
    FeatureMapping check(FeatureFile file) {
        var names = String.join(
                ", ", file.columns().subList(0, Math.min(30, file.columns().size())));
        if (!columns.containsKey(ColumnUse.IMAGE)) {
            throw new Problem.Invalid(
                    "Choose the column that names the image by its path, file name or number. The columns are " + names
                            + ".");
        } else if (kinds().isEmpty()) {
            throw new Problem.Invalid(
                    "Choose at least one column that holds a feature: a caption, text, objects, labels,"
                            + " a transcript or another text. The columns are " + names + ".");
        }
        both(ColumnUse.OBJECT, ColumnUse.OBJECTS, "objects");
        both(ColumnUse.LABEL, ColumnUse.LABELS, "labels");
        boolean ofRow = columns.keySet().stream().anyMatch(ColumnUse::isOneARow);
        if (!ofRow && (columns.containsKey(ColumnUse.CONFIDENCE) || columns.containsKey(ColumnUse.BOX))) {
            throw new Problem.Invalid(
                    "A confidence or corners belong to one object or label a row; choose its column as well.");
        }
        return this;
    }

    private void both(ColumnUse one, ColumnUse other, String what) {
        if (columns.containsKey(one) && columns.containsKey(other)) {
            throw new Problem.Invalid("Two columns hold " + what
                    + ". Choose one of them, and import the file again under another name for the other.");
        }
    }
}
