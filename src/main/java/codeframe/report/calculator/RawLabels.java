package codeframe.report.calculator;

import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different values of a table as they are written, each with the row where it came first and how often it came. */
final class RawLabels {
    private final int most;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<Raw> raws = new ArrayList<>();

    /** One value. */
    static final class Raw {
        final String text;
        final long row;
        long cells;

        private Raw(String text, long row) {
            this.text = text;
            this.row = row;
        }
    }

    RawLabels(int most) {
        this.most = most;
    }

    int of(String text, long row) {
        int found = index.computeIfAbsent(text, none -> {
            if (raws.size() == most) {
                throw new Problem.Invalid("Row " + row + " brings more than " + NumberText.count(most)
                        + " different values. A variable with so many is not a set of categories.");
            }
            raws.add(new Raw(text, row));
            return raws.size() - 1;
        });
        raws.get(found).cells++;
        return found;
    }

    List<Raw> list() {
        return raws;
    }
}
