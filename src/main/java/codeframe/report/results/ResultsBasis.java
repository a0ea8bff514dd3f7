package codeframe.report.results;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.StudySamples;
import codeframe.report.validation.GoldSample;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose codes shares are made of, and the gold that they are held against.
 *
 * @param uncorrected why nothing is corrected, where nothing is
 * @param placing the gold that tells images apart, where gold does
 */
record ResultsBasis(
        Variable variable,
        ReportedCoder coder,
        Optional<GoldSample> gold,
        String uncorrected,
        Optional<GoldSample> placing) {
    boolean many() {
        return variable.type() == VariableType.MULTI;
    }

    List<Long> units() {
        return gold.map(GoldSample::units).orElse(List.of());
    }

    Optional<List<Long>> placed() {
        return placing.map(GoldSample::units);
    }

    /** Images that are told apart one by one: those with gold, and those that gold puts into a group. */
    List<Long> single() {
        return Stream.concat(units().stream(), placed().stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    /** The sample that images with both codes are of, where one of the two is gold. */
    Optional<GoldSample> drawn() {
        return coder.isGold() ? gold : placing;
    }

    /** Why the codes of two golds are not brought together: each is weighted by the design of its own sample. */
    Optional<String> apart() {
        return gold.isPresent() && placing.isPresent() && !sample(gold).equals(sample(placing))
                ? Optional.of("the gold of " + variable.label()
                        + " and the gold that groups the images are not of one sample; choose a sample that has both")
                : Optional.empty();
    }

    private static Optional<Long> sample(Optional<GoldSample> gold) {
        return gold.flatMap(GoldSample::sample).map(StudySamples.Drawn::id);
    }

    /** With nothing corrected, for this reason. */
    ResultsBasis uncorrected(String reason) {
        return new ResultsBasis(variable, coder, Optional.empty(), reason, placing);
    }

    /** Those of the codebook, then whatever else was given. */
    List<String> classes(List<ResultsRows.Tally> tallies) {
        var classes = new LinkedHashSet<>(variable.values());
        gold.ifPresent(sample -> classes.addAll(sample.answers().values()));
        tallies.stream().flatMap(tally -> tally.labels().stream()).sorted().forEach(classes::add);
        return List.copyOf(classes);
    }
}
