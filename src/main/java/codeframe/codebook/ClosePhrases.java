package codeframe.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Warns of phrases of two categories that a model puts closer to each other than to the rest of their own category:
 * such a pair will win each other's images. Another model may well find otherwise, so the sentence names it.
 *
 * @param model who knows a model for the images of the codebook; empty where none is installed, and nothing is said then
 */
public record ClosePhrases(Supplier<Optional<Judge>> model) {
    /**
     * A model by name.
     *
     * @param vectors one per phrase and of length one
     * @param cutShort the phrases that are longer than the model reads
     * @param wordless the phrases in which the model reads no word, so that they have no vectors
     * @param unknown words of the phrases that a small model has not learned
     */
    public record Judge(
            String name,
            Function<List<String>, List<float[]>> vectors,
            Function<List<String>, List<String>> cutShort,
            Function<List<String>, List<String>> wordless,
            Function<List<String>, List<String>> unknown) {}

    private record Phrase(Category category, String text) {}

    public List<Finding> of(Codebook codebook) {
        var phrased = codebook.variables().stream()
                .filter(variable -> variable.type().hasCategories() && variable.hasPhrases())
                .toList();
        return phrased.isEmpty()
                ? List.of()
                : model.get().stream()
                        .flatMap(judge -> phrased.stream().flatMap(variable -> of(variable, judge).stream()))
                        .toList();
    }

    private static List<Finding> of(Variable variable, Judge judge) {
        var all = variable.categories().stream()
                .flatMap(category -> category.phrases().stream().map(text -> new Phrase(category, text)))
                .toList();
        var wordless = judge.wordless.apply(texts(all));
        var phrases =
                all.stream().filter(phrase -> !wordless.contains(phrase.text())).toList();
        var texts = texts(phrases);
        var findings = new ArrayList<Finding>(
                told(variable, all, wordless, "The model " + judge.name + " reads no word in a phrase of"));
        findings.addAll(told(
                variable,
                phrases,
                judge.cutShort.apply(texts),
                "The model " + judge.name + " cuts off the end of a phrase of"));
        findings.addAll(unknown(variable, judge, texts));
        findings.addAll(warnings(variable, phrases, judge.vectors.apply(texts), judge.name));
        return findings;
    }

    private static List<Finding> unknown(Variable variable, Judge judge, List<String> texts) {
        var unknown = judge.unknown.apply(texts);
        return unknown.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        variable.key(),
                        "",
                        "phrases",
                        "The model " + judge.name + ", the only one that works here, does not know these words of the"
                                + " phrases of \"" + variable.label() + "\": " + String.join(", ", unknown)
                                + ". It has learned drawings; a model for photographs knows them."));
    }

    private static List<String> texts(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::text).toList();
    }

    private static List<Finding> told(Variable variable, List<Phrase> phrases, List<String> which, String what) {
        return phrases.stream()
                .filter(phrase -> which.contains(phrase.text()))
                .map(phrase -> Finding.warning(
                        variable.key(),
                        phrase.category().key(),
                        "phrases",
                        what + " \"" + phrase.category().label() + "\": \"" + phrase.text() + "\"."))
                .toList();
    }

    private static List<Finding> warnings(
            Variable variable, List<Phrase> phrases, List<float[]> vectors, String model) {
        if (vectors.isEmpty()) {
            return List.of();
        }
        var nearestOwn = IntStream.range(0, phrases.size())
                .mapToDouble(i -> nearestOwn(i, phrases, vectors))
                .toArray();
        var warnings = new ArrayList<Finding>();
        for (int i = 0; i < phrases.size(); i++) {
            for (int j = i + 1; j < phrases.size(); j++) {
                double own = Math.max(nearestOwn[i], nearestOwn[j]);
                if (foreign(phrases, i, j) && Double.isFinite(own) && cosine(vectors, i, j) > own) {
                    warnings.add(warning(variable, phrases.get(i), phrases.get(j), model));
                }
            }
        }
        return warnings;
    }

    /** Minus infinity for the only phrase of its category. */
    private static double nearestOwn(int i, List<Phrase> phrases, List<float[]> vectors) {
        return IntStream.range(0, phrases.size())
                .filter(j -> j != i && !foreign(phrases, i, j))
                .mapToDouble(j -> cosine(vectors, i, j))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static boolean foreign(List<Phrase> phrases, int i, int j) {
        return !phrases.get(i).category().key().equals(phrases.get(j).category().key());
    }

    private static double cosine(List<float[]> vectors, int i, int j) {
        var one = vectors.get(i);
        var other = vectors.get(j);
        return IntStream.range(0, one.length)
                .mapToDouble(k -> (double) one[k] * other[k])
                .sum();
    }

    private static Finding warning(Variable variable, Phrase one, Phrase other, String model) {
        return Finding.warning(
                variable.key(),
                one.category().key(),
                "phrases",
                "To the model " + model + ", \"" + one.text() + "\" ("
                        + one.category().label() + ") and \"" + other.text() + "\" ("
                        + other.category().label() + ") are closer to each other than to their own categories.");
    }
}
