package codeframe.report.agreement;

import codeframe.report.study.AgreementChoices;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.CodedRows;
import codeframe.report.study.ExcludedCodings;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.agreement.Clustered;
import codeframe.statistics.agreement.UnitSums;
import java.util.List;
import java.util.Map;

/**
 * The answers to some variables under a lens, and what was left out of them.
 *
 * @param clusters of every image; empty where images are drawn one by one
 * @param repeated what coders said of images that came to them again
 */
record AgreementAnswers(
        AgreementOptions options,
        AgreementChoices choices,
        List<ReportedCoder> coders,
        Map<String, VariableAnswers> answers,
        ExcludedCodings leftOut,
        Map<Long, String> clusters,
        List<CodedRows.Repeated> repeated) {
    /** What intervals draw: units, or clusters of them in the order of the answers. */
    UnitSums drawn(UnitSums coefficient, VariableAnswers of) {
        return drawn(coefficient, of.images());
    }

    /** @param images the coefficient's units */
    UnitSums drawn(UnitSums coefficient, List<Long> images) {
        return clusters.isEmpty()
                ? coefficient
                : new Clustered(coefficient, images.stream().map(clusters::get).toList());
    }
}
