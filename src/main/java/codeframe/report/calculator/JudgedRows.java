package codeframe.report.calculator;

import codeframe.report.figures.Judged;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.statistics.validation.Predictions;
import codeframe.table.ExcelNumber;
import codeframe.web.MemoryShare;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Gathers gold and predicted labels row by row, refuses what cannot be meant, and makes a sheet of them. */
final class JudgedRows {
    private static final int MOST_ROWS = 5_000_000;
    private static final int MOST_CLASSES = 200;

    private final Set<String> abstentions;
    private final Set<String> units = new HashSet<>();
    private final RawLabels labels = new RawLabels(MOST_CLASSES);
    private final Names strata = new Names("stratum");
    private final List<Row> rows = new ArrayList<>();
    private long names;

    /** Gold and predicted are −1 where there is none, the weight is 0. */
    private record Row(int gold, int predicted, double probability, double weight, int stratum, int line) {
        Row read(IntUnaryOperator meaning) {
            return new Row(meaning.applyAsInt(gold), meaning.applyAsInt(predicted), probability, weight, stratum, line);
        }

        double weightOfGold() {
            if (weight == 0) {
                throw new Problem.Invalid(
                        "Row " + line + " has gold but no weight; the weight of a unit with gold is one"
                                + " over its inclusion probability.");
            }
            return weight;
        }
    }

    JudgedRows(List<String> abstentions) {
        this.abstentions = Set.copyOf(abstentions);
    }

    void add(JudgedColumns columns, long line, List<String> cells) {
        var unit = columns.unit(cells);
        if (unit.isBlank()) {
            throw new Problem.Invalid("Row " + line + " names no unit.");
        }
        if (!units.add(unit)) {
            throw new Problem.Invalid(
                    ExcelNumber.isRounded(unit)
                            ? "Row " + line + ": " + ExcelNumber.sentence(unit)
                            : "Row " + line + " has the unit \"" + unit + "\" a second time.");
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
                weight(columns, line, cells),
                strata.of(columns.stratum(cells), line),
                (int) line));
    }

    private static double weight(JudgedColumns columns, long line, List<String> cells) {
        double without = columns.weights() ? 0 : 1;
        return columns.weighs(cells) ? columns.weight(cells, line) : without;
    }

    private int label(String text, long line) {
        return text.isBlank() ? Predictions.ABSTAINED : labels.of(text, line);
    }

    JudgedSheet sheet(boolean probabilities, TableChoices choices, List<String> remarks) {
        var reading = new LabelReading(MeasurementLevel.NOMINAL, List.of(), choices, labels);
        var order = CategoryScale.order(reading.names());
        var place = new int[order.size()];
        IntStream.range(0, place.length).forEach(i -> place[order.get(i)] = i);
        IntUnaryOperator meaning =
                raw -> raw < 0 || reading.meaning(raw) < 0 ? Predictions.ABSTAINED : place[reading.meaning(raw)];
        var read = rows.stream().map(row -> row.read(meaning)).toList();
        var classes = order.stream().map(reading.names()::get).toList();
        var notes = new ArrayList<>(remarks);
        notes.addAll(reading.notes());
        return new JudgedSheet(judged(read, classes, probabilities, notes), List.copyOf(notes), reading.questions());
    }

    private Judged judged(List<Row> read, List<String> classes, boolean probabilities, List<String> notes) {
        var withGold = read.stream().filter(row -> row.gold >= 0).toList();
        if (withGold.isEmpty()) {
            throw new Problem.Invalid("No row has a gold label, so there is nothing to hold the machine against.");
        } else if (withGold.size() < read.size()) {
            notes.add(read.size() - withGold.size() + " rows have no gold; they enter the corrected prevalence alone.");
        }
        var unlabelled = new double[classes.size() + 1];
        read.stream()
                .filter(row -> row.gold < 0)
                .forEach(row -> unlabelled[row.predicted < 0 ? classes.size() : row.predicted]++);
        var predictions = new Predictions(
                classes.size(),
                withGold.stream().mapToInt(Row::gold).toArray(),
                withGold.stream().mapToInt(Row::predicted).toArray(),
                withGold.stream().mapToDouble(Row::weightOfGold).toArray(),
                design(withGold));
        Optional<double[]> confidence = probabilities
                ? Optional.of(withGold.stream().mapToDouble(Row::probability).toArray())
                : Optional.empty();
        return new Judged(classes, predictions, unlabelled, confidence);
    }

    private StratifiedDesign design(List<Row> withGold) {
        var population = new double[strata.size()];
        Arrays.fill(population, Double.POSITIVE_INFINITY);
        return StratifiedDesign.stratified(
                withGold.stream().mapToInt(Row::stratum).toArray(), population);
    }
}
