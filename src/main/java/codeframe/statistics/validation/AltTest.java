package codeframe.statistics.validation;

import codeframe.statistics.agreement.Codes;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The alternative annotator test (Calderon, Reichart and Dror, ACL 2025): may the machine stand in for a human? Each
 * human in turn is held against the others, and so is the machine; ε is the price a human costs more.
 */
public record AltTest(List<Human> humans, double epsilon) {
    private static final double FALSE_DISCOVERIES = 0.05;

    /** One human: how often the machine, and the human, were at least as good, and the p of the machine losing. */
    public record Human(int coder, int units, double machineWins, double humanWins, double p, boolean beaten) {}

    /** Empty where nobody shares two units with another human and the machine: nobody can be tested. */
    public static Optional<AltTest> of(Codes humans, int[] machine, Scoring scoring, double epsilon) {
        var tested = IntStream.range(0, humans.coders())
                .mapToObj(coder -> human(humans, machine, scoring, epsilon, coder))
                .filter(human -> human.units() > 1)
                .toList();
        return tested.isEmpty() ? Optional.empty() : Optional.of(new AltTest(beaten(tested), epsilon));
    }

    /** W^f = 1[S_machine ≥ S_j], W^h = 1[S_j ≥ S_machine], d = W^h − W^f, tested for mean(d) < ε (section 3, eq. 1–3). */
    private static Human human(Codes humans, int[] machine, Scoring scoring, double epsilon, int coder) {
        var units = IntStream.range(0, humans.units())
                .filter(unit -> machine[unit] >= 0 && humans.code(unit, coder) >= 0)
                .filter(unit -> others(humans, unit, coder).length > 0)
                .toArray();
        var d = new double[units.length];
        double machineWins = 0;
        double humanWins = 0;
        for (int i = 0; i < units.length; i++) {
            var others = others(humans, units[i], coder);
            double ofMachine = scoring.score(machine[units[i]], others);
            double ofHuman = scoring.score(humans.code(units[i], coder), others);
            double machineWon = ofMachine >= ofHuman ? 1 : 0;
            double humanWon = ofHuman >= ofMachine ? 1 : 0;
            machineWins += machineWon / units.length;
            humanWins += humanWon / units.length;
            d[i] = humanWon - machineWon;
        }
        double p = units.length > 1 ? OneSample.below(d, epsilon) : 1;
        return new Human(coder, units.length, machineWins, humanWins, p, false);
    }

    private static int[] others(Codes humans, int unit, int coder) {
        return IntStream.range(0, humans.coders())
                .filter(other -> other != coder)
                .map(other -> humans.code(unit, other))
                .filter(code -> code >= 0)
                .toArray();
    }

    /** Rejected by Benjamini and Yekutieli's (2001) step-up procedure, whatever the dependence of the tests. */
    private static List<Human> beaten(List<Human> humans) {
        var p = humans.stream().mapToDouble(Human::p).toArray();
        var thresholds = thresholds(p.length);
        var order = Holm.ascending(p);
        int last = -1;
        for (int rank = 0; rank < p.length; rank++) {
            last = p[order.get(rank)] <= thresholds[rank] ? rank : last;
        }
        var rejected = new boolean[p.length];
        order.subList(0, last + 1).forEach(at -> rejected[at] = true);
        return IntStream.range(0, p.length)
                .mapToObj(at -> {
                    var human = humans.get(at);
                    return new Human(
                            human.coder(),
                            human.units(),
                            human.machineWins(),
                            human.humanWins(),
                            human.p(),
                            rejected[at]);
                })
                .toList();
    }

    /** i q/(m Σ 1/k). */
    static double[] thresholds(int tests) {
        double harmonic =
                IntStream.rangeClosed(1, tests).mapToDouble(k -> 1.0 / k).sum();
        return IntStream.rangeClosed(1, tests)
                .mapToDouble(i -> i * FALSE_DISCOVERIES / (tests * harmonic))
                .toArray();
    }

    /** ω: the share of humans that the machine may replace. */
    public double winningRate() {
        return humans.stream().filter(Human::beaten).count() / (double) humans.size();
    }

    /** ρ: the mean share of units on which the machine was at least as good as the human. */
    public double advantage() {
        return humans.stream().mapToDouble(Human::machineWins).average().orElse(0);
    }

    public boolean passed() {
        return winningRate() >= 0.5;
    }
}
