package codeframe.coding.sample;

import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads the numbers of a request, and keeps what is wrong with them. */
final class SampleRequestNumbers {
    private final List<Problem.Mistake> mistakes = new ArrayList<>();

    List<Problem.Mistake> mistakes() {
        return mistakes;
    }

    void wrong(String field, String sentence) {
        mistakes.add(new Problem.Mistake(field, 0, sentence));
    }

    /** A whole number from {@code least} to {@code most}, or {@code least} with a mistake. */
    int whole(String field, String typed, int least, int most, String what) {
        if (typed.matches("\\d{1,9}")) {
            int number = Integer.parseInt(typed);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(
                field,
                what + " is a whole number "
                        + (most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most) + ".");
        return least;
    }

    /** A share of what was typed in per cent, between the limits, or the lower one with a mistake. */
    double share(String field, String typed, double least, double most, String what) {
        if (typed.matches("\\d{1,3}([.,]\\d{1,6})?")) {
            double percent = Double.parseDouble(typed.replace(',', '.'));
            if (percent >= least && percent <= most) {
                return percent / 100;
            }
        }
        wrong(field, what + " is given in per cent, from " + plain(least) + " to " + plain(most) + ".");
        return least / 100;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
