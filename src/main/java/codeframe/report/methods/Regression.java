package codeframe.report.methods;

import codeframe.report.study.Held;
import codeframe.report.study.StudySamples;
import codeframe.report.study.Validated;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Machine labels with gold and design for regressions outside, with the script that uses them. */
final class Regression {
    private static final List<String> HEADER = List.of(
            "image", "path", "post", "account", "posted_at", "cluster", "machine", "gold", "labelled", "pi", "stratum");

    private final RegressionRows rows;

    Regression(RegressionRows rows) {
        this.rows = rows;
    }

    void write(long project, Validated validated, Held held, Archive archive) throws IOException {
        if (held.report().isEmpty()) {
            return;
        }
        var truth = validated.truth();
        var name = validated.variable().key() + "-coder-" + held.machine().id();
        long sample = truth.sample().map(StudySamples.Drawn::id).orElse(0L);
        var found = rows.rows(
                project,
                held.machine().id(),
                truth.gold().id(),
                validated.variable().key(),
                sample,
                validated.question().scope().viewer());
        var units = new HashSet<>(truth.units());
        archive.table(
                "regression/" + name + ".csv",
                HEADER,
                csv -> found.forEach(row -> write(csv, row, units.contains(row.image()))));
        archive.text("regression/" + name + ".R", script(name, held));
    }

    /** Gold of images that must not be measured is not there; an image without a post is its own cluster. */
    private static void write(CsvWriter csv, RegressionRows.Row row, boolean labelled) {
        csv.writeRecord(
                Long.toString(row.image()),
                row.path(),
                Objects.toString(row.post(), ""),
                Objects.toString(row.account(), ""),
                Objects.toString(row.postedAt(), ""),
                row.post() == null ? "image-" + row.image() : row.post(),
                row.machine(),
                labelled ? Objects.toString(row.gold(), "") : "",
                labelled && row.gold() != null ? "1" : "0",
                Objects.toString(row.probability(), ""),
                Objects.toString(row.stratum(), ""));
    }

    private static String script(String name, Held held) {
        var category = held.report().orElseThrow().judged().classes().get(0).replace("\"", "\\\"");
        return """
                # One row per image: machine label, gold where it was drawn and settled, inclusion probability pi,
                # stratum and cluster (the post). Join your own covariates by image, post or account.
                d <- read.csv("%s.csv", na.strings = "")
                d$pi[is.na(d$pi)] <- 1      # not used where there is no gold
                category <- "%s"
                d$y    <- as.integer(d$gold == category)
                d$yhat <- as.integer(d$machine == category)

                # Design-based supervised learning (Egami et al. 2023): the machine's errors do not bias it.
                # Its printed p is one-sided in some versions; use the interval.
                library(dsl)
                fit <- dsl(model = "lm", formula = y ~ account, predicted_var = "y", prediction = "yhat",
                           labeled = "labelled", sample_prob = "pi", cluster = "cluster", data = d)
                print(summary(fit))

                # The gold sample alone, by its design.
                library(survey)
                gold <- subset(d, labelled == 1)
                gold$stratum[is.na(gold$stratum)] <- "all"
                design <- svydesign(ids = ~cluster, strata = ~stratum, probs = ~pi, data = gold, nest = TRUE)
                print(summary(svyglm(y ~ account, design)))
                """.formatted(name, category);
    }
}
