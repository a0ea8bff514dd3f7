package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.agreement.Wilson;
import codeframe.statistics.prevalence.Counts;
import codeframe.statistics.prevalence.Ppi;
import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Metric;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Posterior;
import codeframe.statistics.validation.Predictions;
import codeframe.web.NumberText;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How common a class is: as the machine says of all units, as gold says, and corrected for the machine's errors.
 *
 * @param cut whether the estimate of PPI++ lay outside of what a share can be
 */
public record ClassShare(
        String label,
        Figure naive,
        Figure gold,
        Figure corrected,
        Figure ppi,
        OptionalDouble effectiveGold,
        boolean cut) {
    /** Units with gold below which nothing is corrected in a group. */
    static final int FEW = 10;

    private static final int GROUP_DRAWS = 2_000;

    private static final String REST = "there is no unit without gold to correct";
    private static final String UNCHECKED = "a class the machine predicted has no unit with gold";

    public static List<ClassShare> of(Judged judged, Posterior posterior) {
        var counts = counts(judged);
        var labels = IntStream.range(0, judged.classes().size()).boxed().toList();
        var gold = posterior.shares(labels.stream().map(Part::prevalence).toList());
        if (counts.rest() == 0) {
            return labels.stream().map(k -> complete(judged, gold.get(k), k)).toList();
        }
        var corrected = posterior.ofClasses(labels.stream()
                .<Function<Confusion, Figure>>map(k -> corrected(counts, k))
                .toList());
        return labels.stream()
                .map(k -> of(judged, counts, k, gold.get(k), corrected.get(k)))
                .toList();
    }

    /** Every unit has gold. */
    private static ClassShare complete(Judged judged, Figure gold, int k) {
        var said = new Part(table -> table.predicted(k), table -> table.total(), "nothing was predicted");
        return new ClassShare(
                judged.classes().get(k),
                Metric.share(judged.predictions(), said),
                gold,
                gold,
                Figure.undefined(REST),
                OptionalDouble.empty(),
                false);
    }

    private static ClassShare of(Judged judged, Counts counts, int k, Figure gold, Figure corrected) {
        double all = counts.rest() + counts.sample();
        var predictions = judged.predictions();
        var ppi = predictions.weighted()
                ? ppi(predictions, counts, k)
                : Ppi.ofClass(counts, k).figure();
        var alone = Metric.share(predictions, Part.prevalence(k));
        return new ClassShare(
                judged.classes().get(k),
                Wilson.figure(counts.machineShare(k) * all, all, REST),
                gold,
                corrected,
                limited(ppi, corrected),
                predictions.weighted() ? effective(predictions.units(), alone, ppi) : Ppi.effectiveSample(counts, k),
                outside(ppi));
    }

    /**
     * Post-stratified by the machine's label with design weights: Σ_j q_j P_w(gold = k given machine = j), q_j being how
     * often the machine says j of all units (Särndal, Swensson and Wretman 1992, section 7.6).
     */
    private static Part corrected(Counts counts, int k) {
        return new Part(
                table -> IntStream.rangeClosed(0, table.classes())
                        .filter(j -> counts.machineShare(j) > 0)
                        .mapToDouble(j -> counts.machineShare(j) * table.of(k, j) / table.predicted(j))
                        .sum(),
                table -> IntStream.rangeClosed(0, table.classes())
                                .allMatch(j -> counts.machineShare(j) == 0 || table.predicted(j) > 0)
                        ? 1
                        : 0,
                UNCHECKED);
    }

    /**
     * Both estimate the same share from the same table, and the error of PPI++ is 0 where no error was found: its limits are
     * those of the corrected share, widened to its own estimate.
     */
    private static Figure limited(Figure ppi, Figure corrected) {
        var cut = ppi.cut(0, 1);
        if (cut instanceof Figure.Estimate estimate && corrected instanceof Figure.Estimate other) {
            return other.interval()
                    .map(limits -> estimate.within(new Interval(
                            Math.min(estimate.value(), limits.low()),
                            Math.max(estimate.value(), limits.high()),
                            "PPI++; limits: " + limits.method())))
                    .orElse(cut);
        }
        return cut.number().isPresent() ? Figure.of(cut.number().getAsDouble()) : cut;
    }

    private static boolean outside(Figure share) {
        double value = share.number().orElse(0);
        return value < 0 || value > 1;
    }

    /** Of a group: with less gold than {@link #FEW} nothing is said but what the machine says. */
    public static List<ClassShare> ofGroup(Judged judged, AgreementQuestion asked) {
        int gold = judged.predictions().units();
        var reason = Figure.undefined(
                "only " + NumberText.count(gold, "unit has", "units have") + " gold here; " + FEW + " are needed");
        var posterior = new Posterior(
                judged.predictions(), judged.unlabelled(), Math.min(GROUP_DRAWS, asked.replicates()), asked.seed());
        return gold >= FEW
                ? of(judged, posterior)
                : of(judged, posterior).stream()
                        .map(share -> new ClassShare(
                                share.label, share.naive, reason, reason, reason, OptionalDouble.empty(), false))
                        .toList();
    }

    private static Figure ppi(Predictions predictions, Counts counts, int k) {
        var gold = Arrays.stream(predictions.gold()).mapToDouble(is -> is == k ? 1 : 0);
        var said = Arrays.stream(predictions.predicted()).mapToDouble(is -> is == k ? 1 : 0);
        return Ppi.weighted(
                        gold.toArray(),
                        said.toArray(),
                        predictions.weight(),
                        predictions.design(),
                        counts.machineShare(k))
                .figure();
    }

    /** How many units of gold alone, drawn in the same way, would have an error as small. */
    private static OptionalDouble effective(int units, Figure gold, Figure ppi) {
        double alone = se(gold);
        double helped = se(ppi);
        return helped > 0 && alone > 0
                ? OptionalDouble.of(units * (alone / helped) * (alone / helped))
                : OptionalDouble.empty();
    }

    private static double se(Figure figure) {
        return figure instanceof Figure.Estimate estimate ? estimate.se().orElse(0) : 0;
    }

    /** Abstentions are a predicted class of their own, the last one, that no gold has. */
    private static Counts counts(Judged judged) {
        var predictions = judged.predictions();
        int q = predictions.classes();
        var labelled = new double[q + 1][q + 1];
        for (int unit = 0; unit < predictions.units(); unit++) {
            int said = predictions.predicted()[unit];
            labelled[predictions.gold()[unit]][said == Predictions.ABSTAINED ? q : said]++;
        }
        return new Counts(labelled, judged.unlabelled());
    }
}
