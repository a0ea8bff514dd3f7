package codeframe.report.regression;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One row for each image of a regression, as programs outside take it: DSL, survey and misclassification models alike. */
public final class AnalysisTable {
    private static final List<String> FIXED = List.of(
            "image",
            "path",
            "post",
            "account",
            "posted_at",
            "cluster",
            "machine",
            "gold",
            "labelled",
            "pi",
            "stratum",
            "y_machine",
            "y_gold");

    private final Regressed regressed;
    private final List<String> names;

    public AnalysisTable(Regressed regressed) {
        this.regressed = regressed;
        this.names = names(regressed.columns());
    }

    /** What R takes for a name: letters, digits and underscores, and no name twice. */
    private static List<String> names(List<Column> columns) {
        var names = new ArrayList<String>();
        Set<String> taken = new HashSet<>(FIXED);
        for (var column : columns) {
            var plain = column.name().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
            var name = "x_" + plain;
            for (int again = 2; !taken.add(name); again++) {
                name = "x_" + plain + "_" + again;
            }
            names.add(name);
        }
        return names;
    }

    /** The name of a column of the design matrix in the table. */
    List<String> names() {
        return names;
    }

    public List<String> header() {
        var header = new ArrayList<>(FIXED);
        for (int k = 0; k < names.size(); k++) {
            if (regressed.columns().get(k).coded()) {
                header.add(names.get(k) + "_machine");
                header.add(names.get(k) + "_gold");
            } else {
                header.add(names.get(k));
            }
        }
        return header;
    }

    public void write(CsvWriter csv) {
        regressed.units().forEach(unit -> csv.writeRecord(cells(unit)));
    }

    private List<String> cells(Regressed.Analysed unit) {
        var image = unit.image();
        var gold = unit.unit().gold();
        var cells = new ArrayList<>(List.of(
                Long.toString(image.image()),
                image.path(),
                Objects.toString(image.post(), ""),
                Objects.toString(image.account(), ""),
                Objects.toString(image.postedAt(), ""),
                unit.unit().cluster(),
                unit.machine(),
                unit.gold(),
                gold.isPresent() ? "1" : "0",
                unit.chance().isPresent() ? Double.toString(unit.chance().getAsDouble()) : "",
                unit.unit().stratum(),
                number(unit.unit().machine().y()),
                gold.map(at -> number(at.y())).orElse("")));
        for (int k = 0; k < names.size(); k++) {
            int column = k + 1;
            cells.add(number(unit.unit().machine().x()[column]));
            if (regressed.columns().get(k).coded()) {
                cells.add(gold.map(at -> number(at.x()[column])).orElse(""));
            }
        }
        return cells;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
