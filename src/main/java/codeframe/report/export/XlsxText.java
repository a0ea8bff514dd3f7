package codeframe.report.export;

import java.util.regex.Pattern;

/**
 * A text as a workbook writes it, so that it is read as it was: {@code _x0041_} would be read as A, and what XML cannot
 * hold is written so (ECMA-376, ST_Xstring).
 */
final class XlsxText {
    static final int LONGEST = 32_767;
    static final String CUT = " … [cut here: an Excel cell holds no more; the CSV has all of it]";
    private static final Pattern LIKE_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern BEYOND_XML = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");
    private static final Pattern ENDS = Pattern.compile("^\\s+|\\s+$");

    private XlsxText() {}

    /** No letter of two parts is cut in the middle. */
    static String fitting(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** Other than ends of lines. */
    static boolean hasControls(String text) {
        return BEYOND_XML.matcher(text.replace("\r", "")).find();
    }

    static String written(String text) {
        return escaped(LIKE_ESCAPED.matcher(text).replaceAll("_x005F_"), BEYOND_XML);
    }

    /** With blanks at its ends that nobody leaves out. */
    static String withEnds(String text) {
        var blanks = ENDS.matcher(written(text));
        return blanks.replaceAll(found -> codes(found.group()));
    }

    private static String escaped(String text, Pattern signs) {
        return signs.matcher(text).replaceAll(found -> codes(found.group()));
    }

    private static String codes(String signs) {
        var codes = new StringBuilder();
        signs.chars().forEach(sign -> codes.append(String.format("_x%04X_", sign)));
        return codes.toString();
    }
}
