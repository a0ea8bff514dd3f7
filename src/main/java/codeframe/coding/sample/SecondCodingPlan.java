package codeframe.coding.sample;

import codeframe.web.NumberText;
import java.math.BigDecimal;

/**
 * How much of a sample comes to its coders again, so that it is known how far each agrees with themselves.
 *
 * @param share of each coder's images, or null where a number was asked for
 * @param number of images of each coder, or null
 * @param afterDays at least so long after the first coding
 */
public record SecondCodingPlan(Float share, Integer number, int afterDays) {
    public static SecondCodingPlan ofShare(double share, int afterDays) {
        return new SecondCodingPlan((float) share, null, afterDays);
    }

    public static SecondCodingPlan ofNumber(int number, int afterDays) {
        return new SecondCodingPlan(null, number, afterDays);
    }

    /** A share is stored as a float, whose nearest decimal is what was typed. */
    private String percent() {
        return new BigDecimal(Float.toString(share))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** "10 % of each coder's images, 14 days after the first coding" */
    public String words() {
        var amount = share == null
                ? NumberText.count(number, "image", "images") + " of each coder"
                : percent() + " % of each coder's images";
        return amount + ", "
                + (afterDays == 0
                        ? "any time after the first coding"
                        : NumberText.count(afterDays, "day", "days") + " after the first coding or later");
    }
}
