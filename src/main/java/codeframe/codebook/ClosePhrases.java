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
     */
    public record Judge(
            String name,
            Function<List<String>, List<float[]>> vectors,
            Function<List<String>, List<String>> cutShort) {}

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
        var phrases = variable.categories().stream()
                .flatMap(category -> category.phrases().stream().map(text -> new Phrase(category, text)))
                .toList();
        var texts = phrases.stream().map(Phrase::text).toList();
        var findings = new ArrayList<Finding>(tooLong(variable, phrases, judge.cutShort.apply(texts), judge.name));
        findings.addAll(warnings(variable, phrases, judge.vectors.apply(texts), judge.name));
        return findings;
    }

    private static List<Finding> tooLong(Variable variable, List<Phrase> phrases, List<String> cut, String model) {
        return phrases.stream()
                .filter(phrase -> cut.contains(phrase.text()))
                .map(phrase -> Finding.warning(
                        variable.key(),
                        phrase.category().key(),
                        "phrases",
                        "The model " + model + " cuts off the end of a phrase of \""
                                + phrase.category().label() + "\": \"" + phrase.text() + "\"."))
                .toList();
    }

    private static List<Finding> warnings(
            Variable variable, List<Phrase> phrases, List<float[]> vectors, String model) {
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
