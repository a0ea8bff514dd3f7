package codeframe.statistics.regression;

import java.util.List;

/** What one unit adds to the estimating equation: Σ_j w_j x_j (y_j − μ(x_j β)). */
record Score(List<Term> terms) {
    record Term(double weight, Observation at) {}

    static Score of(double weight, Observation at) {
        return new Score(List.of(new Term(weight, at)));
    }

    static Score of(double weight, Observation at, double otherWeight, Observation other) {
        return new Score(List.of(new Term(weight, at), new Term(otherWeight, other)));
    }

    void addTo(double[] sum, Link link, double... beta) {
        for (var term : terms) {
            double left = term.weight() * (term.at().y() - link.mean(term.at(), beta));
            for (int k = 0; k < sum.length; k++) {
                sum[k] += left * term.at().x()[k];
            }
        }
    }

    /** −∂/∂β. */
    void addSlopeTo(double[][] sum, Link link, double... beta) {
        for (var term : terms) {
            double weight = term.weight() * link.slope(link.mean(term.at(), beta));
            var x = term.at().x();
            for (int k = 0; k < sum.length; k++) {
                for (int l = 0; l < sum.length; l++) {
                    sum[k][l] += weight * x[k] * x[l];
                }
            }
        }
    }
}
