package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import java.util.List;

/**
 * A machine against gold where several labels may be given: every label by itself, and the sets as wholes.
 *
 * @param exact share of units whose whole set is right
 * @param jaccard mean overlap of the two sets, shared labels over all labels
 * @param alpha Krippendorff's α of machine and gold over sets, by MASI
 */
public record LabelsReport(
        long units,
        long abstained,
        Figure coverage,
        Figure exact,
        Figure jaccard,
        Figure alpha,
        List<OfLabel> labels,
        AgreementQuestion asked) {
    public record OfLabel(String label, long support, Figure precision, Figure recall, Figure f1, ClassShare share) {}
}
