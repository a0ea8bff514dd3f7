package codeframe.report.calculator;

import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.table.Content;
import codeframe.web.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads codes in long form (unit, coder, value) or wide form (one column per coder, one row per unit). */
public final class CodeSheets {
    private static final Set<String> UNIT = Set.of("unit", "image", "id", "item");

    private CodeSheets() {}

    /**
     * @param named sheet of a workbook; empty for the first
     * @param categories all that may be given, in order; empty when they are those that occur
     */
    public static CodeSheet read(Content table, String named, MeasurementLevel level, List<String> categories) {
        var cells = new CodeCells(level, categories);
        var remarks = SheetRows.read(table, named, columns -> {
            var names =
                    columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
            return names.contains("coder") ? tall(names, cells) : wide(columns, cells);
        });
        return cells.sheet(remarks);
    }

    private static SheetRows.Rows tall(List<String> names, CodeCells cells) {
        int unit = names.indexOf("unit") >= 0 ? names.indexOf("unit") : names.indexOf("image");
        int coder = names.indexOf("coder");
        int value = names.indexOf("value") >= 0 ? names.indexOf("value") : names.indexOf("label");
        if (unit < 0 || value < 0) {
            throw new Problem.Invalid("The header names coder, but no column is called " + (unit < 0 ? "unit" : "value")
                    + "; rows of one code each need unit, coder and value.");
        }
        return (line, row) -> {
            if (row.get(unit).isBlank() || row.get(coder).isBlank()) {
                throw new Problem.Invalid("Row " + line + " does not say which unit and which coder it is about.");
            }
            int place = cells.units().of(row.get(unit), line);
            // A row without a value says that the unit was asked for, and makes nobody a coder.
            if (!row.get(value).isBlank()) {
                cells.add(place, cells.coders().of(row.get(coder), line), row.get(value), line);
            }
        };
    }

    /** A first column called unit, image, id or item names the units; without it they are numbered. */
    private static SheetRows.Rows wide(List<String> columns, CodeCells cells) {
        int first = UNIT.contains(columns.get(0).toLowerCase(Locale.ROOT)) ? 1 : 0;
        var coders = columns.subList(first, columns.size());
        if (coders.isEmpty() || coders.stream().anyMatch(String::isBlank)) {
            throw new Problem.Invalid("Row 1 must name a coder for every column.");
        }
        if (new HashSet<>(coders).size() < coders.size()) {
            throw new Problem.Invalid("Row 1 names the same coder twice.");
        }
        cells.keepCoders();
        coders.forEach(name -> cells.coders().of(name, 1));
        var seen = new HashSet<String>();
        return (line, row) -> {
            var unit = first == 1 ? row.get(0) : Long.toString(line);
            if (!seen.add(unit)) {
                throw new Problem.Invalid("Row " + line + " has the unit \"" + unit + "\" a second time.");
            }
            int index = cells.units().of(unit, line);
            for (int i = 0; i < coders.size(); i++) {
                cells.add(index, i, row.get(first + i), line);
            }
        };
    }
}
