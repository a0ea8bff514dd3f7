package codeframe.llm.prompt;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in double braces in a part and is filled in for every request. */
final class Placeholders {
    static final String VALUES = "{{values}}";
    static final String CONDITION = "{{condition}}";
    static final String KEYS = "{{keys}}";
    static final String FORM = "{{form}}";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private Placeholders() {}

    /** Lines that hold nothing but an empty placeholder go with it. */
    static String fill(String text, Map<String, String> values) {
        var filled = text;
        for (var one : values.entrySet()) {
            if (one.getValue().isEmpty()) {
                filled = filled.replaceAll("(?m)^\\h*" + Pattern.quote(one.getKey()) + "\\h*(\\R|\\z)", "");
            }
        }
        return PLACEHOLDER
                .matcher(filled)
                .replaceAll(found ->
                        Matcher.quoteReplacement(values.getOrDefault("{{" + found.group(1) + "}}", found.group())))
                .strip();
    }

    /** As written, in the order of the text. */
    static List<String> in(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> "{{" + found.group(1) + "}}")
                .toList();
    }
}
