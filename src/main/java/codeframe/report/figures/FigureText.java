package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.web.NumberText;
import codeframe.web.plot.Estimate;

/** A figure as pages write it: three digits, its limits, or in words why there is none. */
public final class FigureText {
    private FigureText() {}

    public static String value(Figure figure) {
        return figure instanceof Figure.Undefined undefined
                ? undefined.reason()
                : NumberText.decimal(figure.number().orElseThrow(), 3);
    }

    public static boolean defined(Figure figure) {
        return figure.number().isPresent();
    }

    /** [0.683, 0.794], or nothing. */
    public static String limits(Figure figure) {
        return figure instanceof Figure.Estimate estimate
                ? estimate.interval()
                        .map(limits -> "[" + NumberText.decimal(limits.low(), 3) + ", "
                                + NumberText.decimal(limits.high(), 3) + "]")
                        .orElse("")
                : "";
    }

    public static String se(Figure figure) {
        return figure instanceof Figure.Estimate estimate && estimate.se().isPresent()
                ? NumberText.decimal(estimate.se().getAsDouble(), 3)
                : "";
    }

    public static String method(Figure figure) {
        return figure instanceof Figure.Estimate estimate
                ? estimate.interval().map(limits -> limits.method()).orElse("")
                : "";
    }

    /** A row of a forest plot; only for what is defined. */
    public static Estimate plotted(String label, Figure figure, long n) {
        double value = figure.number().orElseThrow();
        return ((Figure.Estimate) figure)
                .interval()
                .map(limits -> Estimate.between(label, value, limits.low(), limits.high(), n))
                .orElseGet(() -> Estimate.of(label, value, n));
    }

    /** The name of a coefficient as people write it. */
    public static String name(String coefficient) {
        return switch (coefficient) {
            case "percent_agreement" -> "Percent agreement, mean over units";
            case "percent_agreement_pairs" -> "Percent agreement of pairs";
            case "percent_agreement_all_equal" -> "Percent of units where all agree";
            case "scott_pi" -> "Scott's π";
            case "cohen_kappa" -> "Cohen's κ";
            case "fleiss_kappa" -> "Fleiss's κ";
            case "conger_kappa" -> "Conger's κ";
            case "light_kappa" -> "Light's κ";
            case "gwet_ac1" -> "Gwet's AC1";
            case "gwet_ac2" -> "Gwet's AC2";
            case "brennan_prediger" -> "Brennan and Prediger";
            case "alpha_jaccard" -> "α of sets, Jaccard";
            case "alpha_masi" -> "α of sets, MASI";
            case "alpha_dice" -> "α of sets, Dice";
            case "mv_alpha" -> "mv-α of sets (Krippendorff and Craggs 2016)";
            case "icc_a1" -> "ICC(A,1), absolute agreement";
            case "icc_c1" -> "ICC(C,1), consistency";
            case "lin_concordance" -> "Lin's concordance correlation";
            case "macro_f1" -> "Macro F1";
            case "macro_precision" -> "Macro precision";
            case "balanced_accuracy" -> "Balanced accuracy (macro recall)";
            case "weighted_f1" -> "F1 weighted by support";
            case "micro_f1" -> "Micro F1";
            case "mcc" -> "Matthews correlation";
            case "kappa" -> "Cohen's κ with gold";
            case "alpha" -> "Krippendorff's α with gold";
            default -> coefficient;
        };
    }
}
