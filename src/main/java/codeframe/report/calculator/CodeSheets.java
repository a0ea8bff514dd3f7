package codeframe.report.calculator;

import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.table.Content;
import codeframe.table.ExcelNumber;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads codes in long form (unit, coder, value) or wide form (one column per coder, one row per unit). */
public final class CodeSheets {
    private CodeSheets() {}

    /** @param categories all that may be given, in order; empty when they are those that occur */
    public static CodeSheet read(Content table, TableChoices choices, MeasurementLevel level, List<String> categories) {
        var cells = new CodeCells();
        var look = TableLook.at(table, choices, level);
        look.checkHeader();
        boolean tall = look.isTall();
        var remarks = CalculatorRows.read(
                table, choices, columns -> tall ? tall(columns, cells) : wide(columns, look, cells));
        var notes = new ArrayList<>(remarks);
        notes.addAll(look.notes());
        return cells.sheet(level, categories, choices, notes);
    }

    private static CalculatorRows.Rows tall(List<String> columns, CodeCells cells) {
        int coder = exactOr(columns, "coder", ColumnRoles.first(columns, ColumnRoles::isCoder));
        int unit = exactOr(columns, "unit", exactOr(columns, "image", ColumnRoles.first(columns, ColumnRoles::isUnit)));
        int value =
                exactOr(columns, "value", exactOr(columns, "label", ColumnRoles.first(columns, ColumnRoles::isValue)));
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

    private static int exactOr(List<String> columns, String name, int otherwise) {
        int exact = ColumnRoles.first(columns, column -> column.equalsIgnoreCase(name));
        return exact < 0 ? otherwise : exact;
    }

    /** The units are named by a column whose name says so, or which is said to; without one they are numbered. */
    private static CalculatorRows.Rows wide(List<String> columns, TableLook look, CodeCells cells) {
        int unit = look.unit();
        var places = look.coders(unit);
        var coders = places.stream().map(columns::get).toList();
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
            var name = unit >= 0 ? row.get(unit) : Long.toString(line);
            if (!seen.add(name)) {
                throw new Problem.Invalid(twice(name, line));
            }
            int index = cells.units().of(name, line);
            for (int i = 0; i < coders.size(); i++) {
                cells.add(index, i, row.get(places.get(i)), line);
            }
        };
    }

    private static String twice(String unit, long line) {
        return "Row " + line
                + (ExcelNumber.isRounded(unit)
                        ? ": " + ExcelNumber.sentence(unit)
                        : " has the unit \"" + unit + "\" a second time.");
    }
}
