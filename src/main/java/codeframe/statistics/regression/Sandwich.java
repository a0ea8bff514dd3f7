package codeframe.statistics.regression;

import codeframe.statistics.agreement.StratifiedDesign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every unit, or cluster of units, adds to the error of every coefficient: J⁻¹ score_u(β̂).
 *
 * <p>A cluster is one whatever strata its units were drawn in: split by stratum, or into units with gold and without, its
 * parts would be taken for independent. So where there are clusters they alone decide.
 */
final class Sandwich {
    private final boolean clustered;
    private final Map<List<String>, double[]> influence = new LinkedHashMap<>();

    Sandwich(boolean clustered) {
        this.clustered = clustered;
    }

    /** Units of a cluster add up before anything is squared. */
    void add(CorpusUnit unit, double... ofUnit) {
        var key = List.of(clustered ? "" : unit.stratum(), unit.cluster());
        var sum = influence.computeIfAbsent(key, first -> new double[ofUnit.length]);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += ofUnit[k];
        }
    }

    /** That of t: one less than clusters, without which the normal distribution is taken. */
    double freedom() {
        return clustered ? influence.size() - 1 : Double.POSITIVE_INFINITY;
    }

    /**
     * Σ_c (J⁻¹ score_c)²: White's (1980) HC0; over clusters that of Liang and Zeger (1986) times G/(G − 1), as Stata and R's
     * sandwich have it (Cameron and Miller 2015, eq. 11 and section VI.A).
     */
    double robust(int k) {
        double squares =
                influence.values().stream().mapToDouble(of -> of[k] * of[k]).sum();
        return clustered ? squares * influence.size() / (influence.size() - 1) : squares;
    }

    /** With replacement within strata, as R's survey has it (Binder 1983). */
    double byDesign(int k) {
        if (clustered) {
            return robust(k);
        }
        var strata = new ArrayList<String>();
        var stratum = influence.keySet().stream()
                .mapToInt(key -> {
                    if (!strata.contains(key.get(0))) {
                        strata.add(key.get(0));
                    }
                    return strata.indexOf(key.get(0));
                })
                .toArray();
        var endless = new double[strata.size()];
        Arrays.fill(endless, Double.POSITIVE_INFINITY);
        return StratifiedDesign.stratified(stratum, endless)
                .variance(influence.values().stream().mapToDouble(of -> of[k]).toArray());
    }
}
