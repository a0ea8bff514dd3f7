package codeframe.report.document;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same words in every language. */
public record Bilingual(String english, String german) {
    public static final Bilingual EMPTY = of("");

    /** What has no language: a label, a name, a hash. */
    public static Bilingual of(String text) {
        return new Bilingual(text, text);
    }

    /** What another feature says in English, such as the reason why there is no figure. */
    public static Bilingual said(String english) {
        return new Bilingual(english, GermanSentences.of(english).orElse(english));
    }

    /** A name between the quotation marks of each language. */
    public static Bilingual quoted(String name) {
        return new Bilingual("\"" + name + "\"", "„" + name + "“");
    }

    /** @param told writes it in one language */
    public static Bilingual in(Function<Language, String> told) {
        return new Bilingual(told.apply(Language.EN), told.apply(Language.DE));
    }

    public String in(Language language) {
        return language == Language.DE ? german : english;
    }

    public boolean isBlank() {
        return english.isBlank();
    }

    public Bilingual and(Bilingual further) {
        return in(language -> in(language) + further.in(language));
    }

    public static Bilingual joined(String between, List<Bilingual> parts) {
        return in(language -> parts.stream().map(part -> part.in(language)).collect(Collectors.joining(between)));
    }

    /** "a, b and c" */
    public static Bilingual list(Stream<Bilingual> parts) {
        var all = parts.toList();
        int last = all.size() - 1;
        return last < 1
                ? joined("", all)
                : joined(", ", all.subList(0, last))
                        .and(new Bilingual(" and ", " und "))
                        .and(all.get(last));
    }
}
