package codeframe.clip;

import codeframe.codebook.Variable;
import codeframe.web.NumberText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All the words that a small model has learned; what others mean it can only guess. */
record KnownWords(Set<String> words) {
    private static final String FILE = "words.txt";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Of these alone no phrase says anything. */
    private static final Set<String> PARTICLES = Set.of(
            ("a an and another such including any are as at but by during each for from in into is it itself no not of on one only or"
                            + " other out over s the their there these this through to towards under up us very we with"
                            + " without photo picture image")
                    .split(" "));

    /** Those of the demo model; empty of others, which have learned a language, whatever files lie beside them. */
    static Optional<KnownWords> in(ModelFolder folder) {
        var file = folder.path().resolve(FILE);
        if (!folder.demo() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KnownWords(new HashSet<>(Files.readAllLines(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> of(String phrase) {
        return WORD.matcher(phrase.toLowerCase(Locale.ROOT)).results().map(found -> found.group());
    }

    /** Words of the phrases that are not among them, each once. */
    List<String> unknown(List<String> phrases) {
        return phrases.stream()
                .flatMap(KnownWords::of)
                .filter(word -> !words.contains(word) && !PARTICLES.contains(word))
                .distinct()
                .toList();
    }

    /** Phrases of which nothing is left but particles. */
    List<String> meaningless(List<String> phrases) {
        return phrases.stream()
                .filter(phrase -> of(phrase).noneMatch(word -> words.contains(word) && !PARTICLES.contains(word)))
                .toList();
    }

    /** Why the model would only guess with these; empty where it has a word of each phrase. */
    Optional<String> objection(String model, List<Variable> variables) {
        var meaningless = meaningless(phrases(variables));
        return meaningless.isEmpty()
                ? Optional.empty()
                : Optional.of("The model “" + model + "” knows no word of " + quoted(meaningless)
                        + ", so it would only guess. Say it in other words, leave the variable out, or install a model"
                        + " for photographs.");
    }

    /** What it does not know of them, as a sentence, or empty. */
    String remark(String model, List<Variable> variables) {
        var unknown = unknown(phrases(variables));
        return unknown.isEmpty()
                ? ""
                : "The model “" + model + "” does not know "
                        + NumberText.count(unknown.size(), "word", "words")
                        + " of these phrases and can only guess what "
                        + (unknown.size() == 1 ? "it means" : "they mean") + ": " + String.join(", ", unknown) + ".";
    }

    static List<String> phrases(List<Variable> variables) {
        return variables.stream()
                .flatMap(variable -> variable.categories().stream())
                .flatMap(category -> category.phrases().stream())
                .toList();
    }

    private static String quoted(List<String> phrases) {
        int shown = Math.min(3, phrases.size());
        var more = phrases.size() > shown ? " and " + (phrases.size() - shown) + " more" : "";
        return "the phrase" + (phrases.size() == 1 ? " “" : "s “") + String.join("”, “", phrases.subList(0, shown))
                + "”" + more;
    }
}
