package codeframe.report.figures;

import codeframe.agreement.Resampling;

/** What is asked of a set of codes besides the codes: how coefficients are weighted, and how intervals are drawn. */
public record AgreementQuestion(String weights, int replicates, long seed) {
    public static final AgreementQuestion DEFAULT = new AgreementQuestion("", Resampling.REPLICATES, 1);
}
