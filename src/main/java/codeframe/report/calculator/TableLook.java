package codeframe.report.calculator;

import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.table.Content;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks at the first rows of a table before it is counted: whether it has names, and which columns are coders. */
final class TableLook {
    private static final int ROWS = 5_000;
    private static final int SHOWN = 80;

    private final TableChoices choices;
    private final MeasurementLevel level;
    private final List<ColumnLook> columns;
    private final List<String> notes = new ArrayList<>();

    private TableLook(TableChoices choices, MeasurementLevel level, List<ColumnLook> columns) {
        this.choices = choices;
        this.level = level;
        this.columns = columns;
    }

    static TableLook at(Content content, TableChoices choices, MeasurementLevel level) {
        var columns = new ArrayList<ColumnLook>();
        CalculatorRows.look(content, choices, ROWS, header -> {
            header.forEach(name -> columns.add(new ColumnLook(name)));
            return (row, cells) -> IntStream.range(0, columns.size())
                    .forEach(i -> columns.get(i).look(cells.get(i)));
        });
        return new TableLook(choices, level, columns);
    }

    List<String> notes() {
        return notes;
    }

    List<String> names() {
        return columns.stream().map(column -> column.name).toList();
    }

    /** Rows of one code each, where the names say so. */
    boolean isTall() {
        boolean said = !choices.unit().isEmpty() || !choices.coders().isEmpty();
        boolean named = ColumnRoles.first(names(), ColumnRoles::isUnit) >= 0
                && ColumnRoles.first(names(), ColumnRoles::isCoder) >= 0
                && ColumnRoles.first(names(), ColumnRoles::isValue) >= 0;
        return !choices.withoutHeader()
                && (ColumnRoles.first(names(), "coder"::equalsIgnoreCase) >= 0 || (named && !said));
    }

    /** Asks when the first row looks like the others. */
    void checkHeader() {
        if (choices.header().isEmpty() && looksLikeCodes()) {
            var first = String.join(", ", names());
            throw asked(
                    "header",
                    "The first row (" + (first.length() > SHOWN ? first.substring(0, SHOWN) + "…" : first)
                            + ") looks like a row of codes and not like names of columns. Does the table have a row of names?",
                    " Say header=yes or header=no.");
        }
    }

    private boolean looksLikeCodes() {
        var codes = columns.stream()
                .filter(column -> !column.isUnique() || occurs(column.name))
                .toList();
        return names().stream().noneMatch(ColumnRoles::isKnown)
                && columns.stream().noneMatch(column -> column.isOfNumbers() && !CategoryScale.isNumber(column.name))
                && !codes.isEmpty()
                && codes.stream().allMatch(column -> occurs(column.name) || CategoryScale.isNumber(column.name));
    }

    private boolean occurs(String value) {
        return columns.stream().anyMatch(column -> column.has(value));
    }

    /** The column that names the units, or -1 where they are only counted. */
    int unit() {
        if (!choices.unit().isEmpty()) {
            return named(choices.unit(), "unit");
        }
        var known = IntStream.range(0, columns.size())
                .filter(i -> !choices.withoutHeader() && ColumnRoles.isUnit(columns.get(i).name))
                .filter(i -> !choices.coders().contains(columns.get(i).name))
                .boxed()
                .toList();
        return known.stream()
                .filter(i -> columns.get(i).isUnique())
                .findFirst()
                .or(() -> known.stream().findFirst())
                .orElse(-1);
    }

    private int named(String name, String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name.equalsIgnoreCase(name.strip())) {
                return i;
            }
        }
        throw asked(
                key,
                "The table has no column \"" + name + "\". Its columns are " + String.join(", ", names()) + ".",
                "");
    }

    /** The columns of coders; what names units is left out, and what may be either is asked about. */
    List<Integer> coders(int unit) {
        if (!choices.coders().isEmpty()) {
            return choices.coders().stream()
                    .map(name -> named(name, "coders"))
                    .distinct()
                    .toList();
        }
        var others = IntStream.range(0, columns.size())
                .filter(i -> i != unit)
                .boxed()
                .toList();
        var coders = others.stream()
                .filter(i -> choices.withoutHeader() || !ColumnRoles.isUnit(columns.get(i).name))
                .toList();
        askAboutNames(coders, unit);
        var leftOut = new HashSet<>(others);
        coders.forEach(leftOut::remove);
        if (!leftOut.isEmpty()) {
            notes.add("Left out as no coders, by their names: "
                    + leftOut.stream().sorted().map(i -> columns.get(i).name).collect(Collectors.joining(", ")) + ".");
        }
        return coders;
    }

    /**
     * A column of names has values that no other column has. Where all columns are so it is the codes that are many, and
     * none stands out as one of names.
     */
    private void askAboutNames(List<Integer> coders, int unit) {
        var all = coders.stream().map(columns::get).toList();
        var different = all.stream()
                .filter(this::mayNameUnits)
                .filter(column -> (unit < 0 && column.isCounting()) || !column.sharesValuesWith(all))
                .toList();
        if (!different.isEmpty() && (unit < 0 || different.size() < coders.size())) {
            var name = different.get(0).name;
            throw asked(
                    "unit",
                    "The column \"" + name + "\" has a different value in nearly every row. Does it name the units,"
                            + " or is it a coder? Name the column of the units, or all columns of coders.",
                    " Say unit=" + name + ", or coder=A and coder=B.");
        }
    }

    private boolean mayNameUnits(ColumnLook column) {
        boolean names = level == MeasurementLevel.NOMINAL || level == MeasurementLevel.ORDINAL;
        return column.isCounting() || (column.isAllDifferent() && (names || !column.isOfNumbers()));
    }

    /** @param advice for a script, which has no fields to fill in */
    private static Problem asked(String key, String question, String advice) {
        return new Problem.Invalid(question + advice, List.of(new Problem.Mistake(key, 0, question)));
    }
}
