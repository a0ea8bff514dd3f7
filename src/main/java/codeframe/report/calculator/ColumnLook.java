package codeframe.report.calculator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the first rows say about a column: how many values it has, and whether all are different, or numbers. */
final class ColumnLook {
    private static final int FEW = 5;
    private static final int MANY = 20;
    private static final double NEARLY_ALL = 0.95;

    final String name;
    private final Set<String> values = new HashSet<>();
    private long filled;
    private boolean numbers = true;
    private boolean counting = true;
    private double last = Double.NaN;

    ColumnLook(String name) {
        this.name = name;
    }

    void look(String cell) {
        if (cell.isBlank() || MissingWords.isWord(cell)) {
            return;
        }
        filled++;
        values.add(cell);
        if (CategoryScale.isNumber(cell)) {
            double number = Double.parseDouble(cell);
            counting = counting && (Double.isNaN(last) || number == last + 1);
            last = number;
        } else {
            numbers = false;
        }
    }

    boolean has(String value) {
        return values.contains(value);
    }

    /** Whether half of its values or more stand in other columns too, as codes do. */
    boolean sharesValuesWith(List<ColumnLook> all) {
        long shared = values.stream()
                .filter(value -> all.stream().anyMatch(other -> other != this && other.has(value)))
                .count();
        return 2 * shared >= values.size();
    }

    boolean isOfNumbers() {
        return filled > 0 && numbers;
    }

    /** As a name of units is, and no code: all values different, or of many nearly all. */
    boolean isAllDifferent() {
        return (filled >= FEW && isUnique()) || (filled >= MANY && values.size() >= NEARLY_ALL * filled);
    }

    boolean isUnique() {
        return values.size() == filled;
    }

    /** 1, 2, 3 and so on: a number of the row, whatever the level of measurement. */
    boolean isCounting() {
        return filled >= FEW && numbers && counting;
    }
}
