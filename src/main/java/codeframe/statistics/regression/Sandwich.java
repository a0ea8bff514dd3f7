package codeframe.statistics.regression;

import codeframe.statistics.agreement.StratifiedDesign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every unit, or cluster of units, adds to the error of every coefficient: J⁻¹ score_u(β̂). */
final class Sandwich {
    private final Map<List<String>, double[]> influence = new LinkedHashMap<>();

    /** Units of a cluster add up before anything is squared; the same cluster in two strata is two (nested). */
    void add(String stratum, String cluster, double... ofUnit) {
        var sum = influence.computeIfAbsent(List.of(stratum, cluster), first -> new double[ofUnit.length]);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += ofUnit[k];
        }
    }

    /** Σ_c (J⁻¹ score_c)²: White's (1980) HC0, over clusters that of Liang and Zeger (1986). */
    double robust(int k) {
        return influence.values().stream().mapToDouble(of -> of[k] * of[k]).sum();
    }

    /** With replacement within strata, as R's survey has it (Binder 1983). */
    double byDesign(int k) {
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
