package codeframe.table;

import java.util.regex.Pattern;

/** A long number as Excel writes it once it has taken it for one: {@code 1,39584E+18}. Its other digits are lost. */
public final class ExcelNumber {
    private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d{2}");

    private ExcelNumber() {}

    public static boolean isRounded(String id) {
        return ROUNDED.matcher(id.strip()).matches();
    }

    /** What is told where an id is one. */
    public static String sentence(String id) {
        return "\"" + id.strip()
                + "\" is an id that Excel took for a number and rounded: its last digits are lost. Take the"
                + " table from where it came from, and in Excel bring it in as text (Data, From Text/CSV).";
    }
}
