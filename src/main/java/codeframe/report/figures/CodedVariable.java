package codeframe.report.figures;

import codeframe.agreement.Alpha;
import codeframe.agreement.Codes;
import codeframe.agreement.Level;
import codeframe.agreement.Weights;
import java.util.List;

/** The codes of one variable with what its categories and coders are called. */
public record CodedVariable(List<String> coders, List<String> categories, double[] values, Codes codes, Level level) {
    Alpha alpha() {
        return Alpha.of(codes, level, values);
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
