package codeframe.report.figures;

import codeframe.statistics.agreement.Alpha;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.statistics.agreement.SetDistance;
import codeframe.statistics.agreement.Weights;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The codes of one variable with what its categories and coders are called; a category may be a set of labels. */
public record CodedVariable(
        List<String> coders,
        List<String> categories,
        double[] values,
        Codes codes,
        MeasurementLevel level,
        Optional<LabelSets> sets) {
    public Alpha alpha() {
        return alphaOf(codes);
    }

    /** For all coders or some of them. Sets are compared by MASI (Passonneau 2006). */
    public Alpha alphaOf(Codes some) {
        return sets.map(labels -> labels.alpha(some, SetDistance.MASI)).orElseGet(() -> Alpha.of(some, level, values));
    }

    public String levelWord() {
        return sets.isPresent() ? "set (MASI)" : level.name().toLowerCase(Locale.ROOT);
    }

    public boolean isOfNumbers() {
        return sets.isEmpty() && (level == MeasurementLevel.INTERVAL || level == MeasurementLevel.RATIO);
    }

    /** Of coefficients, by their name in the address; unweighted without one. */
    Weights weights(String kind) {
        return switch (kind) {
            case "linear" -> Weights.linear(values);
            case "quadratic" -> Weights.quadratic(values);
            case "ratio" -> Weights.ratio(values);
            case "ordinal" -> Weights.ordinal(categories.size());
            default -> Weights.identity(categories.size());
        };
    }
}
