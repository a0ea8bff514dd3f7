package codeframe.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Dollars as people read them: cents where there are some, and never 0.00 for what does cost something. */
public final class Dollars {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Dollars() {}

    public static String text(BigDecimal dollars) {
        if (dollars == null) {
            return "unknown";
        } else if (dollars.signum() == 0) {
            return "$0";
        } else if (dollars.abs().compareTo(CENT) < 0) {
            return "$"
                    + dollars.round(new java.math.MathContext(2, RoundingMode.HALF_UP))
                            .stripTrailingZeros()
                            .toPlainString();
        }
        int digits = dollars.abs().compareTo(BigDecimal.ONE) < 0 ? 4 : 2;
        return "$" + String.format(Locale.ENGLISH, "%,." + digits + "f", dollars);
    }

    /** "$0.10 to $0.20", and "$0.10" where that is all. */
    public static String between(BigDecimal low, BigDecimal high) {
        return text(low).equals(text(high)) ? text(low) : text(low) + " to " + text(high);
    }

    /** Rounded up to what can be typed as a cap: three digits, a hundredth of a cent at least. */
    public static BigDecimal up(BigDecimal dollars) {
        return dollars.signum() == 0
                ? BigDecimal.ZERO
                : dollars.round(new java.math.MathContext(3, RoundingMode.CEILING))
                        .max(new BigDecimal("0.0001"))
                        .stripTrailingZeros();
    }
}
