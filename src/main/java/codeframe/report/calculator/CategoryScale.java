package codeframe.report.calculator;

import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.web.Problem;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How the categories of a table are ordered and what they are worth. Numbers sort as numbers, other labels as text. */
final class CategoryScale {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("\\+?(-?\\d+)\\.0*");
    private static final int LONGEST = 110;
    private static final int MOST_ORDERED = 200;

    /** Differences of values are squared and summed, and beyond this that would no longer be a number. */
    private static final double LARGEST = 1e100;

    private CategoryScale() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /**
     * How a label is written wherever it is the same: 1 for 1.0, as pandas writes whole numbers beside missing ones. At
     * the levels of numbers every number has one form.
     */
    static String canonical(String text, boolean numeric) {
        var whole = WHOLE.matcher(text.strip());
        if (whole.matches()) {
            return whole.group(1);
        } else if (numeric && isReckonable(text)) {
            var number = new BigDecimal(text).stripTrailingZeros();
            return Math.abs((long) number.scale()) < LONGEST ? number.toPlainString() : text;
        }
        return text;
    }

    private static boolean isReckonable(String text) {
        return isNumber(text) && Math.abs(Double.parseDouble(text)) <= LARGEST;
    }

    /** The places of the labels in the order of the scale. */
    static List<Integer> order(List<String> labels) {
        var byText = Comparator.<Integer, String>comparing(labels::get);
        var order = labels.stream().allMatch(CategoryScale::isNumber)
                ? Comparator.<Integer>comparingDouble(i -> Double.parseDouble(labels.get(i)))
                        .thenComparing(byText)
                : byText;
        return IntStream.range(0, labels.size()).boxed().sorted(order).toList();
    }

    /** What the categories are worth: their numbers, or their rank where they are words. */
    static double[] values(List<String> categories) {
        return categories.stream().allMatch(CategoryScale::isReckonable)
                ? categories.stream().mapToDouble(Double::parseDouble).toArray()
                : IntStream.rangeClosed(1, categories.size()).asDoubleStream().toArray();
    }

    /** Refuses a label that the level of measurement cannot take. */
    static void check(MeasurementLevel level, String label, long line) {
        boolean numeric = level == MeasurementLevel.INTERVAL || level == MeasurementLevel.RATIO;
        if (numeric && !isReckonable(label)) {
            throw new Problem.Invalid(Names.place(line) + " has \"" + label + "\", which is "
                    + (isNumber(label) ? "beyond 1e100" : "not a number") + "; the level "
                    + level.name().toLowerCase(Locale.ROOT) + " needs numbers.");
        }
        if (level == MeasurementLevel.RATIO && Double.parseDouble(label) < 0) {
            throw new Problem.Invalid(Names.place(line) + " has " + label + "; a ratio scale has no values below 0.");
        }
    }

    static void check(MeasurementLevel level, int categories) {
        if (level == MeasurementLevel.ORDINAL && categories > MOST_ORDERED) {
            throw new Problem.Invalid("There are " + categories + " different values; an ordinal scale may have "
                    + MOST_ORDERED + " here. For numbers use the level interval.");
        }
    }
}
