package codeframe.report.figures;

import codeframe.statistics.agreement.Clustered;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.MeasurementLevel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two coders whose errors are known, and samples they coded: how often the limits of an agreement page hold what is true of
 * all that they could code. The last category has the prevalence, the others share the rest; one coder finds 85 % of
 * the last and 95 % of the others, the other 80 and 90.
 *
 * @param newAccounts whether accounts are drawn whole, alike within as those of {@link AccountCoverage}; else images
 */
record AgreementCoverage(int categories, int n, double prevalence, boolean newAccounts) {
    private static final double ALIKE = 5;

    CoverageTally over(int samples, long seed) {
        var truth = truth();
        return CoverageTally.over(samples, sample -> {
            var report = report(new SplittableRandom(seed * 1_000_003 + sample), sample);
            return new CoverageTally.Drawn(
                    figures(report), truth, !report.warnings(name -> name).isEmpty());
        });
    }

    /** Ten, twenty or forty accounts; images have each their own. */
    private int accounts() {
        return !newAccounts ? n : n == 30 ? 10 : n == 60 ? 20 : 40;
    }

    private AgreementReport report(SplittableRandom random, int seed) {
        int each = n / accounts();
        var cells = new short[2 * n];
        for (int account = 0; account < accounts(); account++) {
            var common = urn(this::share);
            var said = new double[2][categories][];
            for (int coder = 0; coder < 2; coder++) {
                int who = coder;
                Arrays.setAll(said[who], is -> urn(given -> said(who, is, given)));
            }
            for (int unit = account * each; unit < (account + 1) * each; unit++) {
                int is = AccountCoverage.drawn(common, random);
                cells[2 * unit] = (short) AccountCoverage.drawn(said[0][is], random);
                cells[2 * unit + 1] = (short) AccountCoverage.drawn(said[1][is], random);
            }
        }
        var variable = new CodedVariable(
                List.of("a", "b"),
                IntStream.range(0, categories).mapToObj(k -> "category " + k).toList(),
                new double[0],
                new Codes(n, 2, categories, cells),
                MeasurementLevel.NOMINAL,
                Optional.empty());
        var asked = new AgreementQuestion("", AgreementQuestion.DEFAULT.replicates(), seed, false);
        var accountOf =
                IntStream.range(0, n).mapToObj(unit -> "a" + unit / each).toList();
        return newAccounts
                ? AgreementReport.of(variable, asked, sums -> new Clustered(sums, accountOf))
                : AgreementReport.of(variable, asked);
    }

    private double[] urn(IntToDoubleFunction share) {
        return IntStream.range(0, categories)
                .mapToDouble(k -> ALIKE * share.applyAsDouble(k))
                .toArray();
    }

    private double share(int is) {
        return is == categories - 1 ? prevalence : (1 - prevalence) / (categories - 1);
    }

    private double said(int coder, int is, int given) {
        double right = (is == categories - 1 ? 0.85 : 0.95) - 0.05 * coder;
        return is == given ? right : (1 - right) / (categories - 1);
    }

    private static Map<String, Figure> figures(AgreementReport report) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("alpha", report.alpha().figure());
        figures.put("analytic alpha", report.alpha().analytic());
        for (var name : new String[] {
            "percent_agreement", "cohen_kappa", "fleiss_kappa", "conger_kappa", "gwet_ac1", "brennan_prediger"
        }) {
            figures.put(name.replace('_', ' '), report.coefficients().get(name));
        }
        var rare = report.categories().get(report.categories().size() - 1);
        figures.put("specific", rare.specific());
        figures.put("alpha of category", rare.alpha());
        return figures;
    }

    /** From the table of both coders' codes, whose cells are Σ p_g P(a | g) P(b | g). */
    private Map<String, Double> truth() {
        var cells = new double[categories][categories];
        for (int is = 0; is < categories; is++) {
            for (int a = 0; a < categories; a++) {
                for (int b = 0; b < categories; b++) {
                    cells[a][b] += share(is) * said(0, is, a) * said(1, is, b);
                }
            }
        }
        var first = margin(a -> Arrays.stream(cells[a]).sum());
        var second = margin(b -> Arrays.stream(cells).mapToDouble(row -> row[b]).sum());
        var both = margin(k -> (first[k] + second[k]) / 2);
        double same = sum(k -> cells[k][k]);
        double scott = above(same, sum(k -> both[k] * both[k]));
        double cohen = above(same, sum(k -> first[k] * second[k]));
        int rare = categories - 1;
        double others = 1 - first[rare] - second[rare] + cells[rare][rare];
        return Map.of(
                "alpha", scott,
                "analytic alpha", scott,
                "fleiss kappa", scott,
                "cohen kappa", cohen,
                "conger kappa", cohen,
                "percent agreement", same,
                "gwet ac1", above(same, sum(k -> both[k] * (1 - both[k])) / (categories - 1)),
                "brennan prediger", above(same, 1.0 / categories),
                "specific", cells[rare][rare] / both[rare],
                "alpha of category",
                        above(cells[rare][rare] + others, both[rare] * both[rare] + Math.pow(1 - both[rare], 2)));
    }

    private double[] margin(IntToDoubleFunction of) {
        return IntStream.range(0, categories).mapToDouble(of::applyAsDouble).toArray();
    }

    private double sum(IntToDoubleFunction of) {
        return Arrays.stream(margin(of)).sum();
    }

    private static double above(double same, double chance) {
        return (same - chance) / (1 - chance);
    }
}
