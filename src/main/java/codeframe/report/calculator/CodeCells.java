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
    static final int MOST_CELLS = 5_000_000;
    private static final int MOST_CATEGORIES = 5_000;

    private final MeasurementLevel level;
    private final Names units = new Names("unit");
    private final Names coders = new Names("coder");
    private final Names labels = new Names("label");
    private final boolean closed;
    private final CellList cells = new CellList();
    private long missingWords;
    private boolean coderColumns;

    /** @param categories all that may be given, in order; empty when they are those that occur */
    CodeCells(MeasurementLevel level, List<String> categories) {
        this.level = level;
        this.closed = !categories.isEmpty();
        categories.forEach(category -> {
            CategoryScale.check(level, category, 0);
            labels.of(category, 0);
        });
    }

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
        if ((long) units.size() * coders.size() > MOST_CELLS) {
            throw new Problem.TooLarge(
                    "At row " + line + " the table has more than " + NumberText.count(MOST_CELLS)
                            + " cells (units x coders). Nothing was computed; send fewer units, or import them into a project.");
        }
        checkMemory(line);
        if (text.isBlank() || text.equals("NA")) {
            missingWords += text.equals("NA") ? 1 : 0;
        } else {
            cells.add(unit, coder, label(text, line), line);
        }
    }

    /** With the array of codes that is made of them. */
    private void checkMemory(long line) {
        double held =
                units.bytes() + coders.bytes() + labels.bytes() + cells.bytes() + 2.0 * units.size() * coders.size();
        if (cells.size() >= MOST_CELLS || !MemoryShare.fits(held)) {
            throw new Problem.TooLarge(
                    "At row " + line + " the table has " + NumberText.count(cells.size(), "code", "codes")
                            + " for " + NumberText.count(units.size(), "unit", "units") + ", and " + MemoryShare.words()
                            + ", or " + NumberText.count(MOST_CELLS)
                            + " codes. Nothing was computed; send fewer units, or import them into a project.");
        }
    }

    private int label(String text, long line) {
        CategoryScale.check(level, text, line);
        if (closed && !labels.knows(text)) {
            throw new Problem.Invalid("Row " + line + " has \"" + text + "\", which is not one of the categories "
                    + String.join(", ", labels.names()) + ".");
        }
        int label = labels.of(text, line);
        if (label >= MOST_CATEGORIES) {
            throw new Problem.Invalid("Row " + line + " brings more than " + NumberText.count(MOST_CATEGORIES)
                    + " different values. A variable with so many is not a set of categories.");
        }
        return label;
    }

    CodeSheet sheet(List<String> remarks) {
        if (units.size() == 0) {
            throw new Problem.Invalid("The table has a header but no rows.");
        }
        CategoryScale.check(level, labels.size());
        var labelOrder = order(labels, closed);
        var coderOrder = order(coders, coderColumns);
        var categories = labelOrder.stream().map(labels.names()::get).toList();
        var matrix = matrix(places(labelOrder), places(coderOrder));
        var codes = new Codes(units.size(), coders.size(), categories.size(), matrix);
        var names = coderOrder.stream().map(coders.names()::get).toList();
        var variable =
                new CodedVariable(names, categories, CategoryScale.values(categories), codes, level, Optional.empty());
        return new CodeSheet(variable, notes(remarks));
    }

    private static List<Integer> order(Names names, boolean given) {
        return given ? IntStream.range(0, names.size()).boxed().toList() : CategoryScale.order(names.names());
    }

    private static int[] places(List<Integer> order) {
        var places = new int[order.size()];
        IntStream.range(0, places.length).forEach(i -> places[order.get(i)] = i);
        return places;
    }

    private short[] matrix(int[] label, int[] coder) {
        var matrix = new short[units.size() * coders.size()];
        Arrays.fill(matrix, Codes.MISSING);
        for (int i = 0; i < cells.size(); i++) {
            int cell = cells.unit(i) * coders.size() + coder[cells.coder(i)];
            if (matrix[cell] != Codes.MISSING) {
                throw twice(i);
            }
            matrix[cell] = (short) label[cells.label(i)];
        }
        return matrix;
    }

    private Problem twice(int i) {
        return new Problem.Invalid("Row " + cells.line(i) + ": coder "
                + coders.names().get(cells.coder(i)) + " has already coded unit "
                + units.names().get(cells.unit(i)) + " in row " + cells.lineBefore(i)
                + ". Leave one code per coder and unit.");
    }

    private List<String> notes(List<String> remarks) {
        var notes = new ArrayList<>(remarks);
        if (missingWords > 0) {
            notes.add("Cells that say \"NA\" were read as missing, as R writes them: "
                    + NumberText.count(missingWords, "cell", "cells") + ".");
        }
        if (level == MeasurementLevel.ORDINAL
                && !closed
                && !labels.names().stream().allMatch(CategoryScale::isNumber)) {
            notes.add("The categories were ordered by the alphabet; name them in order to use another order.");
        }
        return List.copyOf(notes);
    }
}
