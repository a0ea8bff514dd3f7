package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.figure;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.document.Noun;
import codeframe.report.document.Sentence;
import java.util.Optional;

/** How far coders agreed with themselves, where some images came to them again. */
final class WithinSentence {
    private WithinSentence() {}

    static Optional<Sentence> of(Material material, AgreementStudy.Line line) {
        return line.within()
                .all()
                .map(all -> Sentence.of(
                                "within",
                                "{variable}: {codings} repeated by the same coder, unannounced; Krippendorff's α within"
                                        + " coders = {alpha}.",
                                "{variable}: {codings} wiederholte dieselbe Person unangekündigt; Krippendorffs α innerhalb"
                                        + " der Personen = {alpha}.")
                        .with("variable", line.variable().label())
                        .with("codings", count(all.units(), Noun.CODING))
                        .with("alpha", figure(all.alpha()))
                        .at(material.at("/agreement/" + line.variable().key())));
    }
}
