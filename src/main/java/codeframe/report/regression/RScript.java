package codeframe.report.regression;

import codeframe.report.study.Cluster;
import codeframe.statistics.regression.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** R that repeats the page from the analysis table, and goes on from there. */
public final class RScript {
    private RScript() {}

    /** @param table the name of the file beside it */
    public static String of(Regressed regressed, String table) {
        var names = new AnalysisTable(regressed).names();
        var predicted = new ArrayList<>(List.of("y"));
        for (int k = 0; k < names.size(); k++) {
            if (regressed.columns().get(k).coded()) {
                predicted.add(names.get(k));
            }
        }
        var formula = "y ~ " + (names.isEmpty() ? "1" : String.join(" + ", names));
        var copies = predicted.stream()
                .map(name -> "d$" + name + " <- d$" + name + "_gold")
                .collect(Collectors.joining("\n"));
        boolean clustered = regressed.question().cluster() != Cluster.IMAGE;
        boolean linear = regressed.question().link() == Link.LINEAR;
        return """
                # %s
                # One row per image: machine label, gold where it was drawn and settled, its probability pi of having gold,
                # stratum and cluster. Join your own covariates by image, post or account.
                d <- read.csv("%s", na.strings = "")
                %s
                d$pi[d$labelled == 0] <- 1      # not used where there is no gold

                # Design-based supervised learning (Egami et al. 2023): the machine's errors do not bias it.
                # It predicts once more from the prediction, so its digits differ a little from the page.
                # Its printed p is one-sided in some versions; use the interval.
                library(dsl)
                fit <- dsl(model = "%s", formula = %s,
                           predicted_var = c(%s), prediction = c(%s),
                           labeled = "labelled", sample_prob = "pi", cluster = "cluster", data = d)
                print(summary(fit))

                # The gold sample alone%s.
                library(survey)
                gold <- subset(d, labelled == 1)
                gold$stratum[is.na(gold$stratum)] <- "all"
                %s
                print(summary(svyglm(%s, design%s)))
                """.formatted(
                        regressed.outcome().replaceAll("\\R", " "),
                        table,
                        copies,
                        linear ? "lm" : "logit",
                        formula,
                        quoted(predicted, ""),
                        quoted(predicted, "_machine"),
                        clustered
                                ? ", by its clusters alone: one that is split by strata would be taken for two"
                                : ", by its design",
                        clustered
                                ? "design <- svydesign(ids = ~cluster, probs = ~pi, data = gold)"
                                : "design <- svydesign(ids = ~cluster, strata = ~stratum, probs = ~pi, data = gold, nest = TRUE)",
                        formula,
                        linear ? "" : ", family = quasibinomial()");
    }

    private static String quoted(List<String> names, String ending) {
        return names.stream().map(name -> "\"" + name + ending + "\"").collect(Collectors.joining(", "));
    }
}
