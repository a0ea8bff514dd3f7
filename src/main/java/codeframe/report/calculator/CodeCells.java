package codeframe.report.calculator;

import codeframe.report.figures.CodedVariable;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.web.MemoryShare;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Gathers codes cell by cell, refuses what cannot be meant, and makes a sheet of them. */
final class CodeCells {
    static final int MOST_CODES = 5_000_000;

    private static final int MOST_CATEGORIES = 5_000;

    private final Names units = new Names("unit");
    private final Names coders = new Names("coder");
    private final RawLabels labels = new RawLabels(MOST_CATEGORIES);
    private final CellList cells = new CellList();
    private boolean coderColumns;

    /** Every coder has a column: they stay in that order, while names in rows are sorted. */
    void keepCoders() {
        coderColumns = true;
    }

    Names units() {
        return units;
    }

    Names coders() {
        return coders;
    }

    void add(int unit, int coder, String text, long line) {
        checkMemory(line);
        if (!text.isBlank()) {
            cells.add(unit, coder, labels.of(text, line), line);
        }
    }

    /** With the array of codes that is made of them. */
    private void checkMemory(long line) {
        double held = units.bytes() + coders.bytes() + cells.bytes() + 2.0 * units.size() * coders.size();
        if (cells.size() >= MOST_CODES || !MemoryShare.fits(held)) {
            throw new Problem.TooLarge(
                    "At row " + line + " the table has " + NumberText.count(cells.size(), "code", "codes")
                            + " for " + NumberText.count(units.size(), "unit", "units") + ", and " + MemoryShare.words()
                            + ", or " + NumberText.count(MOST_CODES)
                            + " codes. Nothing was computed; send fewer units, or import them into a project.");
        }
    }

    /** @param notes what was said about the table so far */
    CodeSheet sheet(MeasurementLevel level, List<String> categories, TableChoices choices, List<String> notes) {
        if (units.size() == 0) {
            throw new Problem.Invalid("The table has a header but no rows.");
        }
        var reading = new LabelReading(level, categories, choices, labels);
        var labelOrder = order(reading.names(), !categories.isEmpty());
        var coderOrder = order(coders.names(), coderColumns);
        var named = labelOrder.stream().map(reading.names()::get).toList();
        var matrix = matrix(reading, places(labelOrder), places(coderOrder));
        var codes = new Codes(units.size(), coders.size(), named.size(), matrix);
        var names = coderOrder.stream().map(coders.names()::get).toList();
        var variable = new CodedVariable(names, named, CategoryScale.values(named), codes, level, Optional.empty());
        return new CodeSheet(variable, notes(notes, reading, level, categories), reading.questions());
    }

    private static List<Integer> order(List<String> names, boolean given) {
        return given ? IntStream.range(0, names.size()).boxed().toList() : CategoryScale.order(names);
    }

    private static int[] places(List<Integer> order) {
        var places = new int[order.size()];
        IntStream.range(0, places.length).forEach(i -> places[order.get(i)] = i);
        return places;
    }

    private short[] matrix(LabelReading reading, int[] label, int[] coder) {
        var matrix = new short[units.size() * coders.size()];
        Arrays.fill(matrix, Codes.MISSING);
        for (int i = 0; i < cells.size(); i++) {
            int meaning = reading.meaning(cells.label(i));
            int cell = cells.unit(i) * coders.size() + coder[cells.coder(i)];
            if (meaning == LabelReading.MISSING) {
                continue;
            } else if (matrix[cell] != Codes.MISSING) {
                throw twice(i);
            }
            matrix[cell] = (short) label[meaning];
        }
        return matrix;
    }

    private Problem twice(int i) {
        return new Problem.Invalid("Row " + cells.line(i) + ": coder "
                + coders.names().get(cells.coder(i)) + " has already coded unit "
                + units.names().get(cells.unit(i)) + " in row " + cells.lineBefore(i)
                + ". Leave one code per coder and unit.");
    }

    private static List<String> notes(
            List<String> before, LabelReading reading, MeasurementLevel level, List<String> categories) {
        var notes = new ArrayList<>(before);
        notes.addAll(reading.notes());
        if (level == MeasurementLevel.ORDINAL
                && categories.isEmpty()
                && !reading.names().stream().allMatch(CategoryScale::isNumber)) {
            notes.add("The categories were ordered by the alphabet; name them in order to use another order.");
        }
        return List.copyOf(notes);
    }
}
