package codeframe.demo.training;

import codeframe.demo.Phrases;
import codeframe.demo.SceneChance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The ways of saying things in captions.txt: phrases under headings, with {alternatives|in braces}. */
final class Grammar {
    private static final Pattern INNERMOST = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private final Map<String, List<String>> phrases = Phrases.read("/demo-model/captions.txt");

    /** One of the ways to say what the heading stands for. */
    String say(String heading, SceneChance chance) {
        return expand(chance.of(phrases.get(heading)), chance);
    }

    private static String expand(String phrase, SceneChance chance) {
        var text = phrase;
        for (var braces = INNERMOST.matcher(text); braces.find(); braces = INNERMOST.matcher(text)) {
            var choice = chance.of(braces.group(1).split("\\|", -1));
            text = text.substring(0, braces.start()) + choice + text.substring(braces.end());
        }
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Many things that can be said, to learn the word pieces from. */
    List<String> sayings(int ofEach, SceneChance chance) {
        var sayings = new ArrayList<String>();
        for (var phrase : phrases.values().stream().flatMap(List::stream).toList()) {
            for (int i = 0; i < ofEach; i++) {
                sayings.add(expand(phrase, chance));
            }
        }
        return sayings;
    }

    /** Every word of the grammar; others mean nothing to the model. */
    TreeSet<String> words() {
        var words = new TreeSet<String>();
        for (var phrase : phrases.values().stream().flatMap(List::stream).toList()) {
            WORD.matcher(phrase.toLowerCase(java.util.Locale.ROOT)).results().forEach(word -> words.add(word.group()));
        }
        return words;
    }
}
