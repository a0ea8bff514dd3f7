package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.decimal;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether coders drifted apart while they coded: α of the first third of the images and of the last. */
final class DriftSentence {
    private DriftSentence() {}

    private record Moved(AgreementStudy.Opened opened, double first, double last) {
        double by() {
            return Math.abs(last - first);
        }
    }

    /** Of the variable that moved most; nothing where no variable has two thirds with an α. */
    static Optional<Sentence> sentence(Material material) {
        return material.found().compared().stream()
                .flatMap(opened -> moved(opened).stream())
                .max(Comparator.comparingDouble(Moved::by))
                .map(moved -> Sentence.of(
                                "drift",
                                "From the first to the last third of the {units} in coding order α moved most for {variable}:"
                                        + " from {first} to {last}.",
                                "Vom ersten zum letzten Drittel der {units} in Codierreihenfolge änderte sich α am stärksten"
                                        + " bei {variable}: von {first} auf {last}.")
                        .with(
                                "variable",
                                Bilingual.of(moved.opened().line().variable().label()))
                        .with(
                                "units",
                                UnitWords.words(moved.opened().line().variable().unit(), 2))
                        .with("first", decimal(moved.first(), 3))
                        .with("last", decimal(moved.last(), 3))
                        .at(material.at(
                                "/agreement/" + moved.opened().line().variable().key())));
    }

    private static Optional<Moved> moved(AgreementStudy.Opened opened) {
        var first = alpha(opened, 0);
        var last = alpha(opened, 2);
        return first.isPresent() && last.isPresent()
                ? Optional.of(new Moved(opened, first.getAsDouble(), last.getAsDouble()))
                : Optional.empty();
    }

    private static OptionalDouble alpha(AgreementStudy.Opened opened, int third) {
        var thirds = opened.drift().thirds();
        return thirds.size() == 3 ? thirds.get(third).alpha().number() : OptionalDouble.empty();
    }
}
