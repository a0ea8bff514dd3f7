package codeframe.report.regression;

import java.util.OptionalDouble;
import java.util.Set;

/** What an image is, as text: of a covariate, or of a variable that was coded. Nothing where it is not known. */
@FunctionalInterface
interface Values {
    Set<String> of(long image);

    /** The one value as a number. */
    static OptionalDouble number(Set<String> values) {
        if (values.size() != 1) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(values.iterator().next().strip());
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }
}
