package codeframe.statistics.regression;

import codeframe.statistics.agreement.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prediction-powered regression (Angelopoulos et al. 2023; "PPI++", Angelopoulos, Duchi and Zrnic 2023, algorithm 2) for
 * an outcome that a machine coded and a simple random sample of gold: the loss of the machine's outcomes on the n units
 * without gold counts λ, and is made up for on the units with gold. λ = 0 is gold alone, λ = 1 the machine in full.
 */
public final class PpiRegression {
    private static final String METHOD = "PPI++, normal";

    private final List<Observation> gold = new ArrayList<>();
    private final List<Observation> checked = new ArrayList<>();
    private final List<Observation> unlabelled = new ArrayList<>();
    private final Link link;
    private final int columns;

    /** Of one unit or more; with gold a unit keeps its covariates. */
    public PpiRegression(List<CorpusUnit> units, Link link) {
        for (var unit : units) {
            unit.gold().ifPresent(gold::add);
            (unit.gold().isPresent() ? checked : unlabelled).add(unit.machine());
        }
        this.link = link;
        this.columns = units.get(0).machine().x().length;
    }

    /**
     * λ tuned where it was tuned before, so that estimate and interval have the same one. The first time it is tuned with
     * the machine in full, or with gold alone where that has no solution, as a logistic loss that is made up for may not.
     */
    public Fit tuned() {
        if (Math.min(gold.size(), unlabelled.size()) <= columns) {
            return Fit.undefined(columns, "too few units have gold, or too few have none");
        }
        var whole = solution(1);
        var first = whole.found() ? whole : solution(0);
        var once = first.found() ? solution(tuning(first)) : first;
        return once.found() ? at(tuning(once)) : Fit.undefined(columns, once.undefined());
    }

    Fit at(double lambda) {
        var solution = solution(lambda);
        if (!solution.found()) {
            return Fit.undefined(columns, solution.undefined());
        }
        var ofGold = scores(gold, solution);
        var ofChecked = scores(checked, solution);
        var ofUnlabelled = scores(unlabelled, solution);
        return Fit.of(
                solution.beta(),
                k -> lambda * lambda * spread(ofUnlabelled[k]) + spread(less(ofGold[k], lambda, ofChecked[k])),
                Double.POSITIVE_INFINITY,
                METHOD);
    }

    /** The variance of the mean. */
    private static double spread(double... scores) {
        return scores.length < 2 ? 0 : Moments.variance(scores, scores.length - 1.0) / scores.length;
    }

    private static double[] less(double[] gold, double lambda, double[] checked) {
        return IntStream.range(0, gold.length)
                .mapToDouble(i -> gold[i] - lambda * checked[i])
                .toArray();
    }

    /** λ̂ = tr cov(H⁻¹g, H⁻¹ĝ)/((1 + n/N) tr var(H⁻¹ĝ)), of the scores g of gold and ĝ of the machine (PPI++, eq. 9). */
    double tuning(Equation.Solution solution) {
        var ofGold = scores(gold, solution);
        var ofChecked = scores(checked, solution);
        var everywhere =
                scores(Stream.concat(checked.stream(), unlabelled.stream()).toList(), solution);
        double together = 0;
        double spread = 0;
        for (int k = 0; k < columns; k++) {
            together += Moments.covariance(ofGold[k], ofChecked[k], gold.size());
            spread += Moments.variance(everywhere[k], everywhere[k].length - 1.0);
        }
        double lambda = together / (spread * (1 + gold.size() / (double) unlabelled.size()));
        return spread == 0 ? 0 : Math.min(1, Math.max(0, lambda));
    }

    /** H⁻¹x(y − μ) by coefficient. */
    private double[][] scores(List<Observation> of, Equation.Solution at) {
        var scores = new double[columns][of.size()];
        for (int i = 0; i < of.size(); i++) {
            var sum = new double[columns];
            Score.of(1, of.get(i)).addTo(sum, link, at.beta());
            var ofUnit = Equation.times(at.inverse(), sum);
            for (int k = 0; k < columns; k++) {
                scores[k][i] = ofUnit[k];
            }
        }
        return scores;
    }

    /** β at this λ, with H⁻¹ of the mean slope over all units that count. */
    Equation.Solution solution(double lambda) {
        var found = link == Link.LINEAR ? linear(lambda) : rectified(lambda);
        if (!found.found()) {
            return found;
        }
        var all = new ArrayList<>(checked);
        if (lambda != 0) {
            all.addAll(unlabelled);
        }
        double share = 1.0 / all.size();
        var slope = new Equation(all.stream().map(at -> Score.of(share, at)).toList(), link);
        return slope.inverse(found.beta())
                .map(inverse -> new Equation.Solution(found.beta(), inverse, ""))
                .orElse(Equation.Solution.undefined(Equation.COLLINEAR));
    }

    /** Of least squares: the coefficients of λŷ without gold, and those of y − λŷ with gold, added up. */
    private Equation.Solution linear(double lambda) {
        var left = IntStream.range(0, gold.size())
                .mapToObj(i -> new Observation(
                        gold.get(i).y() - lambda * checked.get(i).y(),
                        gold.get(i).x()))
                .map(at -> Score.of(1, at))
                .toList();
        var rectifier = new Equation(left, link).solve();
        if (lambda == 0 || !rectifier.found()) {
            return rectifier;
        }
        var imputed =
                new Equation(unlabelled.stream().map(at -> Score.of(lambda, at)).toList(), link).solve();
        return imputed.found() ? imputed.timesPlus(lambda, rectifier) : imputed;
    }

    /** λ/N Σ of the unlabelled + 1/n Σ of gold − λ/n Σ of the same units by the machine = 0. */
    private Equation.Solution rectified(double lambda) {
        var scores = new ArrayList<Score>();
        double n = gold.size();
        for (int i = 0; i < gold.size(); i++) {
            scores.add(Score.of(1 / n, gold.get(i), -lambda / n, checked.get(i)));
        }
        if (lambda != 0) {
            unlabelled.forEach(at -> scores.add(Score.of(lambda / unlabelled.size(), at)));
        }
        return new Equation(scores, link).solve();
    }
}
