package codeframe.report.figures;

import codeframe.web.NumberText;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Classes of which there are few units, as figures that rest on them name them. */
public final class RareClasses {
    /** Units below which a class's figures rest on a handful of cases. */
    public static final int FEW = ClassShare.FEW;

    private RareClasses() {}

    /** {@code "Poster" (3), "Rally" (7)}, or empty. */
    public static String named(
            List<String> classes, UnaryOperator<String> names, IntPredicate meant, IntToDoubleFunction count) {
        return IntStream.range(0, classes.size())
                .filter(meant)
                .mapToObj(k -> "\"" + names.apply(classes.get(k)) + "\" ("
                        + NumberText.count(Math.round(count.applyAsDouble(k))) + ")")
                .collect(Collectors.joining(", "));
    }
}
