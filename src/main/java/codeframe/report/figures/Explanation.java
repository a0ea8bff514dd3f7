package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an α means, in sentences, without a verdict: the word "reliable" needs a lower limit above .800 and enough uses of
 * the rarest category, and below {@link AgreementWarnings#FEWEST} of these nothing is judged.
 */
public final class Explanation {
    private static final double COMMON = 0.8;

    private Explanation() {}

    public static List<String> of(AgreementReport report, UnaryOperator<String> names) {
        if (report.alpha().figure() instanceof Figure.Undefined undefined) {
            return List.of("There is no α here: " + undefined.reason() + ".");
        }
        var sentences = new ArrayList<String>();
        double alpha = report.alpha().figure().number().orElseThrow();
        skew(report, names, alpha).forEach(sentences::add);
        lines(report).forEach(sentences::add);
        few(report).forEach(sentences::add);
        return sentences;
    }

    private static List<String> skew(AgreementReport report, UnaryOperator<String> names, double alpha) {
        double agree = report.coefficients().get("percent_agreement").number().orElse(0);
        var most = report.categories().stream()
                .max(Comparator.comparingLong(AgreementReport.OfCategory::n))
                .orElseThrow();
        double share = (double) most.n() / report.pairable().codes();
        return alpha < 0.667 && agree > 0.8 && share > COMMON
                ? List.of("α is low although " + NumberText.percent(agree) + " agree, because "
                        + NumberText.percent(share)
                        + " of the codes are \"" + names.apply(most.category())
                        + "\": coders who guess would agree almost as often. Look at the rare categories below.")
                : List.of();
    }

    private static List<String> lines(AgreementReport report) {
        long uses = AgreementWarnings.rarest(report).uses();
        if (uses < AgreementWarnings.FEWEST) {
            return List.of();
        }
        double low = ((Figure.Estimate) report.alpha().figure())
                .interval()
                .map(limits -> limits.low())
                .orElse(-1.0);
        if (low > 0.8 && uses >= AgreementWarnings.FEW) {
            return List.of("Even the lower limit is above .800: by Krippendorff's rule the variable is reliable.");
        }
        return report.alpha()
                .chances()
                .map(chances -> List.of("Of the bootstrap replicates " + NumberText.percent(chances.below800())
                        + " lie below .800, the line for relying on a variable, and "
                        + NumberText.percent(chances.below667()) + " below .667, the line for tentative conclusions."))
                .orElse(List.of());
    }

    private static List<String> few(AgreementReport report) {
        return report.pairable().units() < 100
                ? List.of(
                        "With fewer than 100 units coded twice every interval here is approximate; more units help most.")
                : List.of();
    }
}
