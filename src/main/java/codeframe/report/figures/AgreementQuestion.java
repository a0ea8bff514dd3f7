package codeframe.report.figures;

import codeframe.statistics.agreement.Resampling;
import codeframe.web.Problem;
import java.util.Set;

/**
 * What is asked of a set of codes besides the codes: how coefficients are weighted, and how intervals are drawn.
 *
 * @param kalpha whether the KALPHA macro's limits are wanted too, which take longer than all the rest
 */
public record AgreementQuestion(String weights, int replicates, long seed, boolean kalpha) {
    private static final Set<String> WEIGHTS = Set.of("", "linear", "quadratic", "ordinal", "ratio");

    public static final AgreementQuestion DEFAULT = new AgreementQuestion("", Resampling.REPLICATES, 1);

    public AgreementQuestion(String weights, int replicates, long seed) {
        this(weights, replicates, seed, true);
    }

    /** As words of an address or a form. */
    public static AgreementQuestion of(String weights, long replicates, long seed) {
        if (!WEIGHTS.contains(weights)) {
            throw new Problem.Invalid("weights must be linear, quadratic, ordinal or ratio, not \"" + weights + "\".");
        }
        return new AgreementQuestion(weights, (int) replicates, seed);
    }

    public AgreementQuestion withoutKalpha() {
        return new AgreementQuestion(weights, replicates, seed, false);
    }
}
