package codeframe.codebook;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Text as every copy of a codebook can hold it: page, database, YAML and prompt. */
final class PlainText {
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n?|[\u0085\u2028\u2029]");
    /** Controls, lone surrogates and non-characters: neither jsonb nor YAML can carry all of them. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\uFEFF\uFFFE\uFFFF&&[^\n\t]]");

    private PlainText() {}

    static String clean(String text) {
        if (text == null) {
            return "";
        }
        var unified = LINE_ENDS.matcher(text).replaceAll("\n");
        return UNSTORABLE.matcher(unified).replaceAll("").strip();
    }

    /** For labels, keys and phrases, which are one line whatever was pasted. */
    static String line(String text) {
        return clean(text).replaceAll("\\s*\n\\s*", " ");
    }

    static List<String> lines(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .filter(Objects::nonNull)
                        .map(PlainText::line)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    static boolean storable(String text) {
        return !UNSTORABLE.matcher(text.replace("\r", "")).find();
    }
}
