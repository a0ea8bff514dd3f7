package codeframe.report.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a document, and the facts that it tells.
 *
 * @param key stable, in files
 * @param pattern with the names of its facts in braces
 * @param link to where the facts are seen, from the project's address on; empty where they are nowhere else
 * @param missing whether it stands in the place of a fact that is not recorded
 */
public record Sentence(String key, Bilingual pattern, Map<String, Bilingual> facts, String link, boolean missing) {
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9_]+)}");

    public static Sentence of(String key, String english, String german) {
        return new Sentence(key, new Bilingual(english, german), Map.of(), "", false);
    }

    /** @param english what is to be told, as a sentence to write */
    public static Sentence missing(String key, String english, String german) {
        return new Sentence(key, new Bilingual(english, german), Map.of(), "", true);
    }

    public Sentence with(String name, Bilingual fact) {
        var further = new LinkedHashMap<>(facts);
        further.put(name, fact);
        return new Sentence(key, pattern, Collections.unmodifiableMap(further), link, missing);
    }

    public Sentence with(String name, String fact) {
        return with(name, Bilingual.of(fact));
    }

    public Sentence at(String address) {
        return new Sentence(key, pattern, facts, address, missing);
    }

    /** Facts are put in once: what looks like a name in a label stays as it is. */
    public String text(Language language) {
        return NAME.matcher(pattern.in(language)).replaceAll(name -> Matcher.quoteReplacement(fact(name, language)));
    }

    private String fact(MatchResult name, Language language) {
        var fact = facts.get(name.group(1));
        return fact == null ? name.group() : fact.in(language);
    }
}
