package codeframe.statistics.prevalence;

import java.util.Optional;

/** A class within the units of each predicted class; B = Σ q_j p_j² − p² is the variance the machine's label explains. */
record PredictedStrata(double estimate, double explained, double conditional, double sample, double total) {
    /** Empty when a class that the machine predicted was never checked. */
    static Optional<PredictedStrata> of(Counts counts, int label) {
        double estimate = 0;
        double squares = 0;
        double conditional = 0;
        for (int j = 0; j < counts.classes(); j++) {
            double share = counts.machineShare(j);
            double checked = counts.machine(j);
            if (share > 0 && checked == 0) {
                return Optional.empty();
            }
            double given = checked == 0 ? 0 : counts.labelled()[label][j] / checked;
            estimate += share * given;
            squares += share * given * given;
            conditional += checked == 0 ? 0 : share * share * given * (1 - given) / checked;
        }
        double explained = Math.max(0, squares - estimate * estimate);
        return Optional.of(new PredictedStrata(
                estimate, explained, conditional, counts.sample(), counts.sample() + counts.rest()));
    }

    double seOfChecked() {
        return Math.sqrt(conditional + explained / total);
    }

    double seOfSample() {
        double left = Math.max(0, estimate * (1 - estimate) - explained);
        return Math.sqrt(left / sample + explained / total);
    }
}
