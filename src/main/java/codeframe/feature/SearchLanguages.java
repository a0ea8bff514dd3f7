package codeframe.feature;

import codeframe.web.Choice;
import java.util.List;
import java.util.Locale;

/** By which forms of a word a feature's text is found, as a form offers it. */
public final class SearchLanguages {
    private SearchLanguages() {}

    /** @param languages the server's text search configurations */
    public static List<Choice> choices(List<String> languages) {
        return languages.stream()
                .map(one -> new Choice(
                        one,
                        one.equals("simple")
                                ? "Any: words as they are written"
                                : one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1)))
                .toList();
    }
}
