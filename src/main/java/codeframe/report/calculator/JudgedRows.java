package codeframe.report.calculator;

import codeframe.report.figures.Judged;
import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.statistics.validation.Predictions;
import codeframe.web.MemoryShare;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Gathers gold and predicted labels row by row, refuses what cannot be meant, and makes a sheet of them. */
final class JudgedRows {
    private static final int MOST_ROWS = 5_000_000;
    private static final int MOST_CLASSES = 200;

    private final Set<String> abstentions;
    private final Set<String> units = new HashSet<>();
    private final Names labels = new Names("label");
    private final Names strata = new Names("stratum");
    private final List<Row> rows = new ArrayList<>();
    private long names;

    /** Gold and predicted are −1 where there is none. */
    private record Row(int gold, int predicted, double probability, double weight, int stratum) {}

    JudgedRows(List<String> abstentions) {
        this.abstentions = Set.copyOf(abstentions);
    }

    void add(JudgedColumns columns, long line, List<String> cells) {
        var unit = columns.unit(cells);
        if (unit.isBlank()) {
            throw new Problem.Invalid("Row " + line + " names no unit.");
        }
        if (!units.add(unit)) {
            throw new Problem.Invalid("Row " + line + " has the unit \"" + unit + "\" a second time.");
        }
        names += 150 + 2L * unit.length();
        if (rows.size() == MOST_ROWS || !MemoryShare.fits(names + 100.0 * rows.size() + strata.bytes())) {
            throw new Problem.TooLarge("Row " + line + " is more than can be computed with here: at most "
                    + NumberText.count(MOST_ROWS) + " rows, and " + MemoryShare.words()
                    + ". Nothing was computed; send fewer units.");
        }
        var predicted = columns.predicted(cells);
        rows.add(new Row(
                label(columns.gold(cells), line),
                abstentions.contains(predicted) ? Predictions.ABSTAINED : label(predicted, line),
                columns.probability(cells, line),
                columns.weight(cells, line),
                strata.of(columns.stratum(cells), line)));
    }

    private int label(String text, long line) {
        if (text.isBlank() || text.equals("NA")) {
            return Predictions.ABSTAINED;
        }
        int label = labels.of(text, line);
        if (label >= MOST_CLASSES) {
            throw new Problem.Invalid("Row " + line + " brings more than " + MOST_CLASSES + " different labels.");
        }
        return label;
    }

    JudgedSheet sheet(boolean probabilities, List<String> remarks) {
        var withGold = rows.stream().filter(row -> row.gold >= 0).toList();
        if (withGold.isEmpty()) {
            throw new Problem.Invalid("No row has a gold label, so there is nothing to hold the machine against.");
        }
        var order = CategoryScale.order(labels.names());
        var place = new int[labels.size()];
        IntStream.range(0, place.length).forEach(i -> place[order.get(i)] = i);
        var unlabelled = new double[place.length + 1];
        rows.stream()
                .filter(row -> row.gold < 0)
                .forEach(row -> unlabelled[row.predicted < 0 ? place.length : place[row.predicted]]++);
        var predictions = new Predictions(
                place.length,
                withGold.stream().mapToInt(row -> place[row.gold]).toArray(),
                withGold.stream()
                        .mapToInt(row -> row.predicted < 0 ? row.predicted : place[row.predicted])
                        .toArray(),
                withGold.stream().mapToDouble(Row::weight).toArray(),
                design(withGold));
        Optional<double[]> confidence = probabilities
                ? Optional.of(withGold.stream().mapToDouble(Row::probability).toArray())
                : Optional.empty();
        var classes = order.stream().map(labels.names()::get).toList();
        return new JudgedSheet(
                new Judged(classes, predictions, unlabelled, confidence), notes(withGold.size(), remarks));
    }

    private StratifiedDesign design(List<Row> withGold) {
        var population = new double[strata.size()];
        Arrays.fill(population, Double.POSITIVE_INFINITY);
        return StratifiedDesign.stratified(
                withGold.stream().mapToInt(Row::stratum).toArray(), population);
    }

    private List<String> notes(int withGold, List<String> remarks) {
        var notes = new ArrayList<>(remarks);
        int without = rows.size() - withGold;
        if (without > 0) {
            notes.add(without + " rows have no gold; they enter the corrected prevalence alone.");
        }
        return List.copyOf(notes);
    }
}
