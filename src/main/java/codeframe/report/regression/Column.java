package codeframe.report.regression;

import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A column of the design matrix, made from the values of an image. */
public record Column(String name, boolean coded, Source source, ToDoubleFunction<Set<String>> value) {
    double machine(long image) {
        return value.applyAsDouble(source.values().of(image));
    }

    double gold(long image) {
        return value.applyAsDouble(source.goldSample().of(image));
    }
}
