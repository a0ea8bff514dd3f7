package codeframe.report.results;

import java.util.List;
import java.util.stream.Collectors;

/** R that prints the figures of the page once more: from one row per image, and for what rests on limits from the shares. */
public final class ResultsScript {
    private ResultsScript() {}

    /** @param name of the files beside it, without their endings */
    public static String of(Results results, String name) {
        var by = results.question().by();
        var groups = results.groups().stream().map(GroupShares::group).toList();
        return head(results, name)
                + "categories <- " + vector(results.categories()) + "\n"
                + "groups <- " + vector(groups) + "\n"
                + "many <- " + flag(results.many()) + "          # whether an image may have several categories\n"
                + "of_gold <- " + flag(results.coder().isGold()) + "\n"
                + "corrects <- " + flag(results.corrects()) + "      # which shares are compared\n"
                + "clustered <- " + flag(results.question().clustered())
                + "     # whether images of an account are drawn together\n"
                + "sampled <- " + flag(results.sampled())
                + "       # whether every image with group and label was drawn\n"
                + "against <- " + vector(List.of(results.comparisons().against())) + "\n"
                + "tested <- " + flag(tested(results)) + "\n"
                + "weighted <- " + flag(results.weighted()) + "\n"
                + "period <- " + (by.ofTime() ? periods(by, groups) : "NULL") + "\n"
                + BODY;
    }

    private static boolean tested(Results results) {
        return results.association().filter(found -> found.test().isPresent()).isPresent();
    }

    private static String head(Results results, String name) {
        return """
                # %s
                # %s-images.csv has one row per image: its group, what it got, gold where it has some, and how it was drawn.
                # Limits of corrected shares are those of a posterior: they are read from %s-shares.csv.
                library(survey)
                options(survey.lonely.psu = "adjust")
                d <- read.csv("%s-images.csv", na.strings = "", colClasses = "character", encoding = "UTF-8")
                shares <- read.csv("%s-shares.csv", na.strings = "", encoding = "UTF-8",
                                   colClasses = c(group = "character", category = "character"))
                """.formatted(results.title().replaceAll("\\R", " "), name, name, name, name);
    }

    private static String periods(Grouping by, List<String> groups) {
        return groups.stream()
                .map(group -> Long.toString(by.period(group).orElse(0)))
                .collect(Collectors.joining(", ", "c(", ")"));
    }

    private static String vector(List<String> texts) {
        return texts.stream()
                .map(text ->
                        "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ") + "\"")
                .collect(Collectors.joining(", ", "c(", ")"));
    }

    private static String flag(boolean is) {
        return is ? "TRUE" : "FALSE";
    }

    private static final String BODY = """

            d$probability <- ifelse(is.na(d$probability), 1, as.numeric(d$probability))
            d$stratum_size <- as.numeric(d$stratum_size)
            d$stratum[is.na(d$stratum)] <- "all"
            shares$group[is.na(shares$group)] <- ""
            show <- function(title, table) {
              cat("\\n", title, "\\n", sep = "")
              write.csv(table, row.names = FALSE)
            }
            has <- function(given, category) {
              vapply(strsplit(ifelse(is.na(given), "", given), " + ", fixed = TRUE),
                     function(one) if (many) category %in% one else identical(paste(one, collapse = " + "), category), NA)
            }
            drawn <- function(images) {
              if (clustered) return(svydesign(ids = ~cluster, probs = ~probability, data = images))
              if (anyNA(images$stratum_size)) return(svydesign(ids = ~1, probs = ~probability, data = images))
              svydesign(ids = ~1, strata = ~stratum, probs = ~probability, fpc = ~stratum_size, data = images)
            }

            # Gold's share is weighted by how images were drawn. A machine's is post-stratified by what it said: images that got
            # what no image with gold got are left out.
            corrected <- function(images, category) {
              images$said <- if (many) has(images$label, category) else images$label
              images$said <- ifelse(is.na(images$label), "(no answer)", images$said)
              gold <- images[!is.na(images$gold), ]
              if (nrow(gold) < 10) return(NA)
              gold$is <- as.numeric(has(gold$gold, category))
              design <- drawn(gold)
              if (of_gold || nrow(gold) == nrow(images)) return(coef(svymean(~is, design)))
              said <- as.data.frame(table(said = images$said), stringsAsFactors = FALSE)
              checked <- said[said$said %in% gold$said, ]
              if (sum(checked$Freq) < 0.9 * sum(said$Freq)) return(NA)
              coef(svymean(~is, postStratify(design, ~said, checked)))
            }
            # The page's reasons against a share hold here too.
            refused <- function(group, category) {
              any(!is.na(shares$not_corrected[shares$group == group & shares$category == category]))
            }
            row <- function(group, category) {
              images <- if (group == "") d else d[!is.na(d$group) & d$group == group, ]
              n <- sum(has(images$label, category))
              limits <- suppressWarnings(prop.test(n, nrow(images), correct = FALSE))$conf.int
              data.frame(group, category, images = nrow(images), n, coded = n / nrow(images),
                         coded_low = limits[1], coded_high = limits[2],
                         corrected = if (refused(group, category)) NA else corrected(images, category)[[1]])
            }
            rows <- expand.grid(category = categories, group = c("", groups), stringsAsFactors = FALSE)
            show("Shares", do.call(rbind, Map(row, rows$group, rows$category)))

            # What goes together, as coded.
            known <- d[!is.na(d$group) & !is.na(d$label), ]
            if (!sampled) known$probability <- 1
            if (tested) {
              if (weighted || clustered) {
                counted <- svytable(~group + label, drawn(known))
                test <- svychisq(~group + label, drawn(known))
              } else {
                counted <- table(known$group, known$label)
                test <- suppressWarnings(chisq.test(counted, correct = FALSE))
              }
              pearson <- suppressWarnings(chisq.test(prop.table(counted) * nrow(known), correct = FALSE))$statistic
              # Limits of V from those of the noncentrality (Smithson 2003), the design's mean effect taken out of chi-squared.
              full <- prod(dim(counted) - 1)
              effect <- if (weighted || clustered) pearson / (test$statistic[[1]] * full) else 1
              scale <- nrow(known) * (min(dim(counted)) - 1)
              noncentrality <- function(x, below) {
                if (pchisq(x, full) <= below) return(0)
                uniroot(function(l) pchisq(x, full, l) - below, c(0, 4 * x + 100), tol = 1e-10)$root
              }
              v <- sqrt(pearson / scale)
              low <- sqrt(noncentrality(pearson / effect, 0.975) * effect / scale)
              high <- sqrt(noncentrality(max(pearson / effect, full), 0.025) * effect / scale)
              show("Association", data.frame(n = nrow(known), statistic = test$statistic[[1]], df = test$parameter[[1]],
                                             p = test$p.value[[1]], cramers_v = v, low = min(v, low),
                                             high = min(1, max(v, high))))
              # Observed less expected over its error, under the design where there is one.
              residual <- function(group, label) {
                at <- prop.table(counted)
                row <- sum(at[group, ])
                column <- sum(at[, label])
                images <- known
                images$from <- ((images$group == group) - row) * ((images$label == label) - column)
                found <- svymean(~from, drawn(images))
                coef(found) / SE(found)
              }
              residuals <- expand.grid(group = rownames(counted), label = colnames(counted), stringsAsFactors = FALSE)
              residuals$residual <- if (weighted || clustered) mapply(residual, residuals$group, residuals$label)
                                    else as.vector(test$stdres)
              show("Adjusted residuals", residuals)
            }

            # Differences from the group that others are compared with (MOVER), and trends; p as they are and after Holm.
            kind <- if (corrects) "corrected" else "coded"
            shown <- data.frame(shares[c("group", "category")], value = shares[[kind]], low = shares[[paste0(kind, "_low")]],
                                high = shares[[paste0(kind, "_high")]])
            shown <- shown[shown$group != "", ]
            known <- groups[!groups %in% shown$group[is.na(shown$value)]]
            if (length(known) > 1) {
              apart <- merge(shown[shown$group %in% head(setdiff(known, against), 60), ], shown[shown$group == against, ],
                             by = "category", suffixes = c("", "_first"))
              apart <- apart[!is.na(apart$low) & !is.na(apart$low_first), ]
              difference <- apart$value - apart$value_first
              low <- difference - sqrt((apart$value - apart$low)^2 + (apart$high_first - apart$value_first)^2)
              high <- difference + sqrt((apart$high - apart$value)^2 + (apart$value_first - apart$low_first)^2)
              half <- ifelse(difference > 0, difference - low, high - difference)
              p <- ifelse(half > 0, 2 * pnorm(-qnorm(0.975) * abs(difference) / half), 1)
              show("Differences", data.frame(group = apart$group, category = apart$category, difference,
                                             low = pmax(-1, low), high = pmin(1, high), p, p_holm = p.adjust(p, "holm")))
            }
            if (!is.null(period) && length(known) > 2) {
              slope <- function(category) {
                one <- shown[shown$category == category & shown$group %in% known & !is.na(shown$low), ]
                time <- period[match(one$group, groups)]
                w <- (2 * qnorm(0.975) / (one$high - one$low))^2
                middle <- sum(w * time) / sum(w)
                spread <- sum(w * (time - middle)^2)
                found <- sum(w * (time - middle) * one$value) / spread
                data.frame(category, slope = found, se = 1 / sqrt(spread), p = 2 * pnorm(-abs(found) * sqrt(spread)))
              }
              trends <- do.call(rbind, lapply(categories, slope))
              show("Trends", data.frame(trends, p_holm = p.adjust(trends$p, "holm")))
            }
            """;
}
