package codeframe.report.agreement;

import codeframe.codebook.Variable;
import codeframe.report.study.AgreementChoices;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.Cluster;
import codeframe.report.study.Clustering;
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
    /** How the limits of this variable are drawn. */
    Clustering clustering(Variable variable) {
        return options.intervals().clustering().of(variable.unit(), () -> false);
    }

    /** Of every image; empty where this variable's units are drawn one by one. */
    Map<Long, String> clusters(Variable variable) {
        return clustering(variable).cluster() == Cluster.IMAGE ? Map.of() : clusters;
    }

    /** What intervals draw: units, or clusters of them in the order of the answers. */
    UnitSums drawn(UnitSums coefficient, Variable variable) {
        return drawn(coefficient, variable, answers.get(variable.key()).images());
    }

    /** @param images the coefficient's units */
    UnitSums drawn(UnitSums coefficient, Variable variable, List<Long> images) {
        var of = clusters(variable);
        return of.isEmpty()
                ? coefficient
                : new Clustered(coefficient, images.stream().map(of::get).toList());
    }
}
