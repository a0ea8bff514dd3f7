package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.decimal;

import codeframe.codebook.Unit;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Noun;
import codeframe.report.document.Sentence;
import java.util.function.Function;

/** By which rule codes of images became codes of their posts or videos. */
final class LiftSentence {
    private LiftSentence() {}

    static Sentence of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var tree = run.parameters().tree();
        var rule = tree.path("rule");
        return Sentence.of(
                        "lift",
                        "It lifted what {source} had said of images to {units}: {rule} (rule \"{name}\", version {version});"
                                + " images without an answer did not count, and ties are unsure.{images}",
                        "Was {source} von Bildern gesagt hatte, wurde auf {units} übertragen: {rule} (Regel „{name}“,"
                                + " Version {version}); Bilder ohne Antwort zählten nicht, Gleichstand gilt als"
                                + " unsicher.{images}")
                .with(
                        "source",
                        Bilingual.quoted(tree.path("source").path("name").asText()))
                .with("units", UnitWords.words(run.unit(), 2))
                .with(
                        "rule",
                        method(
                                        rule.path("method").asText(),
                                        Bilingual.quoted(rule.path("category").asText()))
                                .and(
                                        rule.path("weighing").asText().equals("time")
                                                ? new Bilingual(
                                                        ", each frame weighed by the time until the next one",
                                                        ", jeder Frame gewichtet mit der Zeit bis zum nächsten")
                                                : Bilingual.EMPTY))
                .with("name", rule.path("name").asText())
                .with("version", rule.path("version").asText())
                .with("images", images(run))
                .at(at.apply(run));
    }

    /** How many images a unit had: the median, and from which to which. */
    private static Bilingual images(MethodsRows.RunFacts run) {
        if (run.unitImages() == null || run.unitImages().tree().path("most").isNull()) {
            return Bilingual.EMPTY;
        }
        var found = run.unitImages().tree();
        double median = found.path("median").asDouble();
        long least = found.path("least").asLong();
        long most = found.path("most").asLong();
        var one = run.unit() == Unit.VIDEO
                ? new Bilingual(" A video", " Ein Video")
                : new Bilingual(" A post", " Ein Beitrag");
        return one.and(new Bilingual(" had ", " hatte "))
                .and(decimal(median, median == Math.rint(median) ? 0 : 1))
                .and(
                        median == 1
                                ? new Bilingual(" image in the median (", " Bild im Median (")
                                : new Bilingual(" images in the median (", " Bilder im Median ("))
                .and(count(least))
                .and(new Bilingual(" to ", " bis "))
                .and(count(most, Noun.IMAGE))
                .and(Bilingual.of(")."));
    }

    private static Bilingual method(String word, Bilingual category) {
        var about = category.english().length() > 2 ? new Bilingual(" of ", " von ").and(category) : Bilingual.EMPTY;
        return switch (word) {
            case "any" ->
                new Bilingual("any image", "irgendein Bild")
                        .and(about)
                        .and(new Bilingual(", else most of them", ", sonst die meisten"));
            case "all" ->
                new Bilingual("all images", "alle Bilder")
                        .and(about)
                        .and(new Bilingual(", else most of the others", ", sonst die meisten übrigen"));
            case "first" -> new Bilingual("the first image", "das erste Bild");
            case "longest_shot" ->
                new Bilingual("most images of the longest shot", "die meisten Bilder der längsten Einstellung");
            case "mean_probability" ->
                new Bilingual("the highest mean probability", "die höchste mittlere Wahrscheinlichkeit");
            case "mean" -> new Bilingual("the mean", "der Mittelwert");
            case "median" -> new Bilingual("the median", "der Median");
            case "least" -> new Bilingual("the lowest value", "der kleinste Wert");
            case "largest" -> new Bilingual("the highest value", "der größte Wert");
            default -> new Bilingual("most images", "die meisten Bilder");
        };
    }
}
