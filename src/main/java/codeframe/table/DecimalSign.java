package codeframe.table;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which sign stands before the decimals in a table, told by all its numbers: {@code 1.234} beside {@code 3,5} is a
 * thousand and more. Where two numbers cannot be meant by one hand, both are named.
 */
public final class DecimalSign {
    private static final Pattern POINTS = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
    private static final Pattern COMMAS = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");
    private static final Pattern EITHER = Pattern.compile("[-+]?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern GERMAN = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern ENGLISH = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private record Seen(String text, long row) {
        @Override
        public String toString() {
            return "\"%s\" in row %d".formatted(text, row);
        }
    }

    private Optional<Seen> commas = Optional.empty();
    private Optional<Seen> points = Optional.empty();
    private Optional<Seen> eitherComma = Optional.empty();
    private Optional<Seen> eitherPoint = Optional.empty();

    /** Takes a number into account; what is none says nothing. */
    public void look(String text, long row) {
        var number = text.strip();
        var seen = Optional.of(new Seen(number, row));
        if (EITHER.matcher(number).matches()) {
            if (number.indexOf(',') > 0) {
                eitherComma = eitherComma.or(() -> seen);
            } else {
                eitherPoint = eitherPoint.or(() -> seen);
            }
        } else if (COMMAS.matcher(number).matches() || GERMAN.matcher(number).matches()) {
            commas = commas.or(() -> seen);
        } else if (POINTS.matcher(number).matches() || ENGLISH.matcher(number).matches()) {
            points = points.or(() -> seen);
        }
    }

    /** Why the numbers cannot be read, as a sentence; empty where they can. */
    public Optional<String> problem() {
        if (commas.isPresent() && points.isPresent()) {
            return Optional.of(
                    "The table writes %s and %s, so that it is not known which sign stands before the decimals. Write all numbers alike."
                            .formatted(commas.get(), points.get()));
        } else if (commas.isEmpty() && points.isEmpty() && eitherComma.isPresent()) {
            return Optional.of(
                    "%s may be a decimal number or more than a thousand, and no other number of the table tells which. Write it with a decimal point, or without the comma."
                            .formatted(eitherComma.get()));
        }
        return Optional.empty();
    }

    /** The number with a decimal point and without signs between thousands; what is no number stays as it is. */
    public String plain(String text) {
        var number = text.strip();
        if (commas.isPresent() && GERMAN.matcher(number).matches()) {
            return number.replace(".", "").replace(',', '.');
        } else if (commas.isPresent() && COMMAS.matcher(number).matches()) {
            return number.replace(',', '.');
        }
        return commas.isEmpty() && ENGLISH.matcher(number).matches() ? number.replace(",", "") : number;
    }

    /** What a reader should know; empty where nothing had to be told apart. */
    public Optional<String> remark() {
        if (commas.isPresent() && eitherPoint.isPresent()) {
            return Optional.of(
                    "The table writes decimals with a comma (%s), so that the point in %s was read as one between thousands."
                            .formatted(commas.get(), eitherPoint.get()));
        }
        return points.isPresent() && eitherComma.isPresent()
                ? Optional.of(
                        "The table writes decimals with a point (%s), so that the comma in %s was read as one between thousands."
                                .formatted(points.get(), eitherComma.get()))
                : Optional.empty();
    }
}
