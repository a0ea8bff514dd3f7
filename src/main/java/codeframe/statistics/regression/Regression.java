package codeframe.statistics.regression;

import java.util.List;
import java.util.function.Function;

/** A linear or logistic regression whose outcome, or some covariate, a machine coded: three ways to its coefficients. */
public final class Regression {
    private static final String NO_GOLD = "no unit has gold";

    private final List<CorpusUnit> units;
    private final Link link;
    private final int columns;
    private final boolean clustered;

    /** Of one unit or more. */
    public Regression(List<CorpusUnit> units, Link link) {
        this.units = units;
        this.link = link;
        this.clustered = units.stream().map(CorpusUnit::cluster).distinct().count() < units.size();
        this.columns = units.get(0).machine().x().length;
    }

    /** The machine's labels taken for true; biased by its errors, shown to be compared. */
    public Fit naive() {
        return fit(
                units, unit -> Score.of(1, unit.machine()), Sandwich::robust, "machine labels as they are, sandwich");
    }

    /**
     * Design-based supervised learning (Egami, Hinck, Stewart and Wei 2023, eq. 5): the score of a unit is m(machine) +
     * R/π (m(gold) − m(machine)), which has the expectation of m(gold) whatever the machine's errors, because π is known.
     */
    public Fit dsl() {
        var few = few(gold());
        if (!few.isEmpty()) {
            return Fit.undefined(columns, few);
        }
        return fit(units, Regression::corrected, Sandwich::robust, "design-based supervised learning, sandwich");
    }

    private static Score corrected(CorpusUnit unit) {
        double weight = unit.gold().isEmpty() ? 0 : 1 / unit.probability();
        return unit.gold()
                .map(gold -> Score.of(1 - weight, unit.machine(), weight, gold))
                .orElseGet(() -> Score.of(1, unit.machine()));
    }

    /** The units with gold alone, weighted by 1/π, with the error of their design (Binder 1983; R's svyglm), or of clusters. */
    public Fit goldOnly() {
        var drawn = gold();
        return fit(
                drawn,
                unit -> Score.of(1 / unit.probability(), unit.gold().orElseThrow()),
                Sandwich::byDesign,
                "gold alone, Taylor linearisation");
    }

    private List<CorpusUnit> gold() {
        return units.stream().filter(unit -> unit.gold().isPresent()).toList();
    }

    private interface Variance {
        double of(Sandwich sandwich, int k);
    }

    private Fit fit(List<CorpusUnit> some, Function<CorpusUnit, Score> score, Variance variance, String method) {
        var scores = some.stream().map(score).toList();
        var impossible = few(some).isEmpty() ? constant(scores) : few(some);
        if (!impossible.isEmpty()) {
            return Fit.undefined(columns, impossible);
        }
        var solution = new Equation(scores, link).solve();
        if (!solution.found()) {
            return Fit.undefined(columns, solution.undefined());
        }
        var sandwich = new Sandwich(clustered);
        for (int i = 0; i < scores.size(); i++) {
            var sum = new double[columns];
            scores.get(i).addTo(sum, link, solution.beta());
            sandwich.add(some.get(i), Equation.times(solution.inverse(), sum));
        }
        return Fit.of(solution.beta(), k -> variance.of(sandwich, k), sandwich.freedom(), method);
    }

    private String few(List<CorpusUnit> some) {
        if (some.isEmpty()) {
            return NO_GOLD;
        }
        return some.size() > columns ? "" : some.size() + " units are too few for " + columns + " coefficients";
    }

    private static String constant(List<Score> scores) {
        long outcomes = scores.stream()
                .flatMap(score -> score.terms().stream())
                .mapToDouble(term -> term.at().y())
                .distinct()
                .limit(2)
                .count();
        return outcomes > 1 ? "" : "the outcome is the same for every unit";
    }
}
