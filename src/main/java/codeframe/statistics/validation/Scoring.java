package codeframe.statistics.validation;

import codeframe.statistics.agreement.Distance;
import java.util.stream.IntStream;

/** How well a code matches those of the other annotators: more is better (Calderon et al. 2025, section 3). */
public interface Scoring {
    double score(int code, int[] others);

    /** The share of the others who said the same. */
    static Scoring match() {
        return (code, others) ->
                IntStream.of(others).filter(other -> other == code).count() / (double) others.length;
    }

    /** −RMSE, for ordered and numeric variables. */
    static Scoring nearness(double... values) {
        return (code, others) -> -Math.sqrt(IntStream.of(others)
                .mapToDouble(other -> values[other] - values[code])
                .map(apart -> apart * apart)
                .average()
                .orElse(0));
    }

    /** Mean similarity, for sets of labels. */
    static Scoring similarity(Distance distance) {
        return (code, others) -> IntStream.of(others)
                .mapToDouble(other -> 1 - distance.squared(code, other))
                .average()
                .orElse(0);
    }
}
