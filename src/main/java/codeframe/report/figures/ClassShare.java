package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.agreement.Wilson;
import codeframe.statistics.prevalence.Counts;
import codeframe.statistics.prevalence.Ppi;
import codeframe.statistics.validation.CorpusMeasure;
import codeframe.statistics.validation.Metric;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import codeframe.statistics.validation.TableFigures;
import codeframe.web.NumberText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

    public static List<ClassShare> of(Judged judged, TableFigures figures) {
        var counts = counts(judged);
        var labels = IntStream.range(0, judged.classes().size()).boxed().toList();
        var gold = figures.shares(labels.stream().map(Part::prevalence).toList());
        if (counts.rest() == 0) {
            return labels.stream()
                    .map(k -> complete(judged, figures, gold.get(k), k))
                    .toList();
        }
        var unchecked = Unchecked.of(counts, judged.classes());
        var corrected =
                figures
                        .ofCorpus(
                                labels.stream()
                                        .<CorpusMeasure>map(ClassShare::corrected)
                                        .toList(),
                                counts.said())
                        .stream()
                        .map(unchecked::widened)
                        .toList();
        return labels.stream()
                .map(k -> of(judged, figures, k, gold.get(k), corrected.get(k)))
                .toList();
    }

    /** Every unit has gold. */
    private static ClassShare complete(Judged judged, TableFigures figures, Figure gold, int k) {
        var said = new Part(table -> table.predicted(k), table -> table.total(), "nothing was predicted");
        return new ClassShare(
                judged.classes().get(k),
                figures.share(said),
                gold,
                gold,
                Figure.undefined(REST),
                OptionalDouble.empty(),
                false);
    }

    private static ClassShare of(Judged judged, TableFigures figures, int k, Figure gold, Figure corrected) {
        var counts = counts(judged);
        double all = judged.posts().map(PostCounts::alike).orElse(counts.rest() + counts.sample());
        var predictions = judged.predictions();
        boolean weighted = predictions.weighted() || judged.posts().isPresent();
        var found = weighted ? ppi(predictions, counts, k) : Ppi.ofClass(counts, k);
        var ppi = figures.aboutCorpus(found.figure(), helped(found.lambda(), weighted, k));
        var naive = Wilson.figure(counts.machineShare(k) * all, all, REST);
        boolean clustered = judged.clusters().isPresent();
        return new ClassShare(
                judged.classes().get(k),
                figures.aboutCorpus(naive, (table, said) -> Figure.ratio(said[k], sum(said), REST)),
                gold,
                corrected,
                limited(ppi, corrected),
                weighted || clustered
                        ? effective(
                                predictions.units(),
                                clustered ? gold : Metric.share(predictions, Part.prevalence(k)),
                                ppi)
                        : Ppi.effectiveSample(counts, k),
                outside(found.figure()));
    }

    /**
     * Post-stratified by the machine's label with design weights: Σ_j q_j P_w(gold = k given machine = j), q_j being how
     * often the machine says j of all units (Särndal, Swensson and Wretman 1992, section 7.6). A few units of a j that no unit
     * with gold has are left out.
     */
    private static CorpusMeasure corrected(int k) {
        return (table, said) -> {
            double share = 0;
            double checked = 0;
            for (int j = 0; j < said.length; j++) {
                if (said[j] > 0 && table.predicted(j) > 0) {
                    share += said[j] * table.of(k, j) / table.predicted(j);
                    checked += said[j];
                }
            }
            return checked < (1 - Unchecked.MOST) * sum(said) ? Unchecked.REFUSED : Figure.of(share / checked);
        };
    }

    /** What PPI++ estimates with this λ, of the units without gold, or under a design of all of them. */
    private static CorpusMeasure helped(double lambda, boolean weighted, int k) {
        return (table, said) -> {
            double part = weighted ? said[k] : said[k] - table.predicted(k);
            double whole = weighted ? sum(said) : sum(said) - table.total();
            return Figure.of(lambda * part / whole + (table.gold(k) - lambda * table.predicted(k)) / table.total());
        };
    }

    /** What the machine said of units without gold alone. */
    public static Unchecked unchecked(Judged judged) {
        return Unchecked.of(counts(judged), judged.classes());
    }

    private static double sum(double... said) {
        return Arrays.stream(said).sum();
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
        if (gold < FEW) {
            return alone(judged, tooFew(gold));
        }
        return of(judged, judged.figures(Math.min(GROUP_DRAWS, asked.replicates()), asked.seed()));
    }

    /** Why nothing is corrected where so many units have gold; nothing where they suffice. */
    public static Optional<Figure> refused(int gold) {
        return gold < FEW ? Optional.of(tooFew(gold)) : Optional.empty();
    }

    private static Figure tooFew(int gold) {
        return Figure.undefined(
                "only " + NumberText.count(gold, "unit has", "units have") + " gold here; " + FEW + " are needed");
    }

    /** What the machine says, without anything corrected. */
    private static List<ClassShare> alone(Judged judged, Figure reason) {
        var counts = counts(judged);
        double all = counts.rest() + counts.sample();
        return IntStream.range(0, judged.classes().size())
                .mapToObj(k -> new ClassShare(
                        judged.classes().get(k),
                        Wilson.figure(counts.machineShare(k) * all, all, REST),
                        reason,
                        reason,
                        reason,
                        OptionalDouble.empty(),
                        false))
                .toList();
    }

    private static Ppi ppi(Predictions predictions, Counts counts, int k) {
        var gold = Arrays.stream(predictions.gold()).mapToDouble(is -> is == k ? 1 : 0);
        var said = Arrays.stream(predictions.predicted()).mapToDouble(is -> is == k ? 1 : 0);
        return Ppi.weighted(
                gold.toArray(), said.toArray(), predictions.weight(), predictions.design(), counts.machineShare(k));
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
            int posts = unit;
            labelled[predictions.gold()[unit]][said == Predictions.ABSTAINED ? q : said] +=
                    judged.posts().map(counts -> counts.ofUnit()[posts]).orElse(1.0);
        }
        return new Counts(labelled, judged.unlabelled());
    }
}
