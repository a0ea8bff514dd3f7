package codeframe.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** What a cell of a sheet says: its text; an id as its digits; a date as one. */
final class CellText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern PADDED = Pattern.compile("0{2,40}");
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,40}");
    private static final int LONGEST_EXPONENT = 15;

    private final Map<String, Optional<DateForm>> forms = new HashMap<>();

    String of(Cell cell) {
        var value = cell.getValue();
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        } else if (value instanceof BigDecimal number) {
            return number(number, cell);
        } else if (value == null) {
            // What could not be read as what its type says is told as it stands.
            return cell.getRawValue() == null ? "" : cell.getRawValue();
        }
        return text(value.toString());
    }

    /** Characters that XML cannot hold are written as {@code _x000D_}. */
    private static String text(String written) {
        return written.contains("_x")
                ? ESCAPED.matcher(written)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(found.group(1), 16))))
                : written;
    }

    private String number(BigDecimal number, Cell cell) {
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        var form = forms.computeIfAbsent(format, DateForm::of);
        if (form.isPresent() && DateForm.isDay(number)) {
            return form.get().write(cell.asDate(), number);
        }
        var digits = DIGITS.matcher(cell.getRawValue()).matches() ? cell.getRawValue() : plain(number);
        return PADDED.matcher(format).matches() && digits.matches("\\d+")
                ? "0".repeat(Math.max(0, format.length() - digits.length())) + digits
                : digits;
    }

    /** To the fifteen digits that Excel keeps; a larger power of ten stays one, because its digits are lost. */
    private static String plain(BigDecimal number) {
        var rounded = number.round(new MathContext(15)).stripTrailingZeros();
        long power = (long) rounded.precision() - rounded.scale();
        if (rounded.signum() == 0) {
            return "0";
        }
        return Math.abs(power) > LONGEST_EXPONENT ? rounded.toString() : rounded.toPlainString();
    }
}
