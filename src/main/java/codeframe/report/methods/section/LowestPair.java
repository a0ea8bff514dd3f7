package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.decimal;

import codeframe.codebook.Variable;
import codeframe.report.document.Sentence;
import codeframe.report.figures.AgreementReport;
import java.util.Comparator;
import java.util.Optional;

/** The two coders who agreed least, where there are more than two. */
record LowestPair(Variable variable, AgreementReport.OfPair pair, double alpha) {
    static Optional<Sentence> sentence(Material material) {
        return material.found().compared().stream()
                .map(opened -> opened.line())
                .filter(line -> line.report().pairs().size() > 1)
                .flatMap(line -> line.report().pairs().stream()
                        .filter(pair -> pair.found().alpha().number().isPresent())
                        .map(pair -> new LowestPair(
                                line.variable(),
                                pair,
                                pair.found().alpha().number().getAsDouble())))
                .min(Comparator.comparingDouble(LowestPair::alpha))
                .map(lowest -> lowest.told(material));
    }

    private Sentence told(Material material) {
        return Sentence.of(
                        "lowest",
                        "Of all pairs {a} and {b} agreed least, on {variable}: α = {alpha}, n = {n}.",
                        "Von allen Paaren stimmten {a} und {b} am wenigsten überein, bei {variable}: α = {alpha}, n = {n}.")
                .with("a", pair.a())
                .with("b", pair.b())
                .with("variable", variable.label())
                .with("alpha", decimal(alpha, 3))
                .with("n", UnitWords.counted(pair.found().n(), variable.unit()))
                .at(material.at("/agreement/" + variable.key()));
    }
}
