package codeframe.report.calculator;

import codeframe.web.Problem;
import java.util.List;
import java.util.Locale;

/** Where the columns unit, gold, predicted, probability, weight and stratum stand; the last three may be absent. */
record JudgedColumns(int unit, int gold, int predicted, int probability, int weight, int stratum) {
    // Weights are squared and summed; nobody draws with such probabilities.
    private static final double SMALLEST_WEIGHT = 1e-15;
    private static final double LARGEST_WEIGHT = 1e15;

    static JudgedColumns of(List<String> header) {
        var names = header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (var needed : List.of("unit", "gold", "predicted")) {
            if (!names.contains(needed)) {
                throw new Problem.Invalid(
                        "No column is called " + needed + "; the header must name unit, gold and predicted.");
            }
        }
        return new JudgedColumns(
                names.indexOf("unit"),
                names.indexOf("gold"),
                names.indexOf("predicted"),
                names.indexOf("probability"),
                names.indexOf("weight"),
                names.indexOf("stratum"));
    }

    boolean probabilities() {
        return probability >= 0;
    }

    String unit(List<String> cells) {
        return cells.get(unit);
    }

    String gold(List<String> cells) {
        return cells.get(gold);
    }

    String predicted(List<String> cells) {
        return cells.get(predicted);
    }

    String stratum(List<String> cells) {
        return stratum < 0 ? "" : cells.get(stratum);
    }

    /** Empty only where nothing was predicted. */
    double probability(List<String> cells, long line) {
        if (probability < 0
                || (cells.get(probability).isBlank() && cells.get(predicted).isBlank())) {
            return 0;
        }
        double value = number(cells.get(probability), "probability", line);
        if (value < 0 || value > 1) {
            throw new Problem.Invalid("Row " + line + " has the probability " + cells.get(probability)
                    + "; it must lie between 0 and 1.");
        }
        return value;
    }

    double weight(List<String> cells, long line) {
        double value = weight < 0 ? 1 : number(cells.get(weight), "weight", line);
        if (value < SMALLEST_WEIGHT || value > LARGEST_WEIGHT) {
            throw new Problem.Invalid("Row " + line + " has the weight " + cells.get(weight)
                    + "; it must be above 0 and below 1e15, such as one over the unit's inclusion probability.");
        }
        return value;
    }

    private static double number(String text, String what, long line) {
        if (!CategoryScale.isNumber(text)) {
            throw new Problem.Invalid("Row " + line + " has the " + what + " \"" + text + "\", which is not a number.");
        }
        return Double.parseDouble(text);
    }
}
