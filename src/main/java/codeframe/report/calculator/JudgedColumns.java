package codeframe.report.calculator;

import codeframe.table.DecimalSign;
import codeframe.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where the columns unit, gold, predicted, probability, weight and stratum stand; the last three may be absent. */
record JudgedColumns(
        int unit, int gold, int predicted, int probability, int weight, int stratum, DecimalSign decimals) {
    // Weights are squared and summed; nobody draws with such probabilities.
    private static final double SMALLEST_WEIGHT = 1e-15;
    private static final double LARGEST_WEIGHT = 1e15;

    private static final List<String> IN_ORDER =
            List.of("unit", "gold", "predicted", "probability", "weight", "stratum");
    private static final Map<String, Set<String>> OTHER_NAMES = Map.of(
            "gold", Set.of("truth", "true", "y_true", "reference", "human", "gold_label", "true_label"),
            "predicted", Set.of("prediction", "pred", "y_pred", "machine", "model", "predicted_label"));

    static JudgedColumns of(List<String> header, TableChoices choices, DecimalSign decimals) {
        var places = new int[IN_ORDER.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = choices.withoutHeader() ? (i < header.size() ? i : -1) : place(header, IN_ORDER.get(i));
        }
        if (Arrays.stream(places, 0, 3).allMatch(place -> place < 0)) {
            throw unnamed(header);
        }
        for (int i = 0; i < 3; i++) {
            if (places[i] < 0) {
                throw new Problem.Invalid(
                        "No column is called " + IN_ORDER.get(i) + "; the header must name unit, gold and predicted.");
            }
        }
        return new JudgedColumns(places[0], places[1], places[2], places[3], places[4], places[5], decimals);
    }

    private static Problem unnamed(List<String> header) {
        var question = "The first row (" + String.join(", ", header)
                + ") does not name the columns: the header must name unit, gold and predicted. If the table has no row of"
                + " names, its columns can be read as " + String.join(", ", IN_ORDER) + ", in this order.";
        return new Problem.Invalid(
                question + " Then say header=no.", List.of(new Problem.Mistake("header", 0, question)));
    }

    /** By its name, else by another that it has elsewhere. */
    private static int place(List<String> header, String name) {
        int exact = ColumnRoles.first(header, name::equalsIgnoreCase);
        if (exact >= 0) {
            return exact;
        } else if (name.equals("unit")) {
            return ColumnRoles.first(header, ColumnRoles::isUnit);
        }
        return ColumnRoles.first(
                header, column -> OTHER_NAMES.getOrDefault(name, Set.of()).contains(column.toLowerCase(Locale.ROOT)));
    }

    void look(List<String> cells, long line) {
        if (probability >= 0) {
            decimals.look(cells.get(probability), line);
        }
        if (weighs(cells)) {
            decimals.look(cells.get(weight), line);
        }
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
        double value = number(decimals.plain(cells.get(probability)), "probability", line);
        if (value < 0 || value > 1) {
            throw new Problem.Invalid("Row " + line + " has the probability " + cells.get(probability)
                    + "; it must lie between 0 and 1.");
        }
        return value;
    }

    /** Whether the row says how many units it stands for, which only one with gold must. */
    boolean weighs(List<String> cells) {
        return weight >= 0 && !cells.get(weight).isBlank() && !MissingWords.isWord(cells.get(weight));
    }

    boolean weights() {
        return weight >= 0;
    }

    double weight(List<String> cells, long line) {
        double value = number(decimals.plain(cells.get(weight)), "weight", line);
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
