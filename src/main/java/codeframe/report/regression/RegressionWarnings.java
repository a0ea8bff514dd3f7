package codeframe.report.regression;

import codeframe.statistics.regression.Fit;
import codeframe.statistics.regression.Link;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in the way of relying on coefficients: too little gold, too few of the rarer outcome, too few clusters. */
final class RegressionWarnings {
    private static final long FEW_GOLD = 200;
    private static final long FEW_OUTCOMES = 10;
    private static final int FEW_CLUSTERS = 30;

    private RegressionWarnings() {}

    static List<String> of(Regressed regressed) {
        var sentences = new ArrayList<String>();
        var defined = regressed.defined();
        long rarer = regressed.question().outcome().number() ? Long.MAX_VALUE : rarer(regressed);
        if (defined.containsKey("ppi") && (regressed.labelled() < FEW_GOLD || rarer < FEW_OUTCOMES)) {
            sentences.add("PPI++ rests on " + NumberText.count(regressed.labelled(), "image", "images") + " with gold"
                    + (rarer == Long.MAX_VALUE ? "" : ", " + rarer + " of which have the rarer outcome") + ". Below "
                    + FEW_GOLD + " with gold, or " + FEW_OUTCOMES
                    + " of the rarer outcome, its limits may be too narrow; prefer DSL.");
        }
        if (regressed.question().link() == Link.LOGISTIC && defined.containsKey("dsl") && rarer < FEW_OUTCOMES) {
            sentences.add("Of the images with gold only " + rarer + " have the rarer outcome. Below " + FEW_OUTCOMES
                    + " a corrected logistic regression (DSL) is not to be relied on: settle gold for more of them.");
        }
        clusters(regressed).ifPresent(sentences::add);
        return sentences;
    }

    private static long rarer(Regressed regressed) {
        long ones = regressed.units().stream()
                .flatMap(unit -> unit.unit().gold().stream())
                .filter(gold -> gold.y() > 0.5)
                .count();
        return Math.min(ones, regressed.labelled() - ones);
    }

    private static Optional<String> clusters(Regressed regressed) {
        return regressed.defined().values().stream()
                .filter(Fit::hasClusters)
                .map(fit -> (long) fit.freedom() + 1)
                .min(Long::compare)
                .filter(clusters -> clusters < FEW_CLUSTERS)
                .map(clusters -> "The errors rest on " + clusters + " clusters. With fewer than " + FEW_CLUSTERS
                        + " limits may be too narrow, above all where a covariate hardly varies within them.");
    }
}
