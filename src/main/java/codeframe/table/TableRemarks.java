package codeframe.table;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What is odd about a table as a whole and about its first odd rows; of many the number. */
final class TableRemarks {
    private static final int SHOWN = 5;

    private final String ofTheText;
    private final List<String> first = new ArrayList<>();
    private long rows;
    private long zeros;

    TableRemarks(String ofTheText) {
        this.ofTheText = ofTheText;
    }

    void note(RawRow row) {
        for (var cell : row.cells()) {
            zeros += cell.indexOf('\0') < 0 ? 0 : 1;
        }
        if (!row.remark().isEmpty()) {
            rows++;
            if (first.size() < SHOWN) {
                first.add(row.remark());
            }
        }
    }

    List<String> list() {
        var all = new ArrayList<>(List.of(ofTheText));
        all.addAll(first);
        if (rows > SHOWN) {
            all.add("The like was met in " + NumberText.count(rows - SHOWN) + " more rows.");
        }
        if (zeros > 0) {
            all.add("The invisible character NUL was left out of " + NumberText.count(zeros, "cell", "cells") + ".");
        }
        all.removeIf(String::isEmpty);
        return List.copyOf(all);
    }
}
