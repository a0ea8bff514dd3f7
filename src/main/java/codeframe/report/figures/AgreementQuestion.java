package codeframe.report.figures;

import codeframe.agreement.Resampling;

/**
 * What is asked of a set of codes besides the codes: how coefficients are weighted, and how intervals are drawn.
 *
 * @param kalpha whether the KALPHA macro's limits are wanted too, which take longer than all the rest
 */
public record AgreementQuestion(String weights, int replicates, long seed, boolean kalpha) {
    public static final AgreementQuestion DEFAULT = new AgreementQuestion("", Resampling.REPLICATES, 1);

    public AgreementQuestion(String weights, int replicates, long seed) {
        this(weights, replicates, seed, true);
    }

    public AgreementQuestion withoutKalpha() {
        return new AgreementQuestion(weights, replicates, seed, false);
    }
}
