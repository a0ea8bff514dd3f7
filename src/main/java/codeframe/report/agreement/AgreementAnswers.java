package codeframe.report.agreement;

import codeframe.codebook.Variable;
import codeframe.report.figures.AgreementQuestion;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The answers to some variables under a lens, and what was left out of them.
 *
 * @param origins of every image, also of those coded again; nothing where each was chosen to be drawn by itself
 * @param repeated what coders said of images that came to them again
 */
record AgreementAnswers(
        AgreementOptions options,
        AgreementChoices choices,
        List<ReportedCoder> coders,
        Map<String, VariableAnswers> answers,
        ExcludedCodings leftOut,
        Map<Long, CodedRows.Origin> origins,
        List<CodedRows.Repeated> repeated) {
    /** How the limits of this variable are drawn. */
    Clustering clustering(Variable variable) {
        return options.intervals().clustering().of(variable.unit(), () -> false);
    }

    /**
     * How those of a difference are drawn, of whichever side it is asked: as long as nobody chose, posts are drawn whole
     * where several of the images of both are of one.
     */
    Clustering clustering(Variable variable, AgreementAnswers other) {
        return options.intervals()
                .clustering()
                .of(
                        variable.unit(),
                        () -> Clustering.repeated(Stream.of(this, other)
                                .flatMap(side -> side.posts(variable))
                                .distinct()
                                .map(CodedRows.Origin::post)
                                .toList()));
    }

    private Stream<CodedRows.Origin> posts(Variable variable) {
        return answers.get(variable.key()).images().stream().map(origins::get);
    }

    AgreementAnswers with(Clustering clustering) {
        var drawn = options.with(clustering);
        return new AgreementAnswers(drawn, choices.with(drawn), coders, answers, leftOut, origins, repeated);
    }

    /** Of every image; empty where this variable's units are drawn one by one. */
    Map<Long, String> clusters(Variable variable) {
        var cluster = clustering(variable).cluster();
        var clusters = new HashMap<Long, String>();
        if (cluster != Cluster.IMAGE) {
            origins.forEach((image, origin) -> clusters.put(image, cluster.of(image, origin.post(), origin.account())));
        }
        return clusters;
    }

    /** What intervals draw: units, or clusters of them in the order of the answers. */
    UnitSums drawn(UnitSums coefficient, Variable variable) {
        return drawn(coefficient, answers.get(variable.key()).images(), clusters(variable));
    }

    /** The same of a difference, which has the images of both sides. */
    UnitSums drawn(UnitSums difference, Variable variable, List<Long> images, AgreementAnswers other) {
        var clusters = clusters(variable);
        other.clusters(variable).forEach(clusters::putIfAbsent);
        return drawn(difference, images, clusters);
    }

    /** An image of which nothing is known is by itself. */
    private static UnitSums drawn(UnitSums coefficient, List<Long> images, Map<Long, String> clusters) {
        return clusters.isEmpty()
                ? coefficient
                : new Clustered(
                        coefficient,
                        images.stream()
                                .map(image -> clusters.getOrDefault(image, Cluster.IMAGE.of(image, null, null)))
                                .toList());
    }

    /** How far each coder agrees with themselves on what they coded twice. */
    WithinCoders within(Variable variable, AgreementQuestion asked) {
        var rows = repeated.stream()
                .filter(row -> row.variable().equals(variable.key()))
                .toList();
        var recode = options.recode().of(variable.key());
        return WithinCoders.of(new WithinCoders.Lens(variable, recode, asked, clusters(variable)), rows, coders);
    }
}
