package codeframe.report.results;

import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ClassShare;
import codeframe.report.figures.Judged;
import codeframe.report.figures.ReportSize;
import codeframe.report.figures.Unchecked;
import codeframe.report.study.Cluster;
import codeframe.report.validation.GoldSample;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Wilson;
import codeframe.statistics.validation.ClusterShares;
import codeframe.statistics.validation.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How common each category is in a group: as it was coded, and where there is gold corrected, by the estimator of the
 * validation page and by the gold of that group alone.
 *
 * @param cluster what limits speak about
 */
record SharesOf(ResultsBasis basis, List<String> classes, Optional<GoldSample> goldSample, Cluster cluster) {
    private static final String NO_IMAGE = "there is no image";
    private static final AgreementQuestion ASKED = AgreementQuestion.DEFAULT;

    GroupShares of(GroupLabels group) {
        int units = group.units().size();
        var judged = goldSample
                .filter(sample -> ClassShare.refused(units).isEmpty())
                .map(sample -> new GroupJudged(basis, classes, sample, cluster).of(group));
        var corrected = judged.map(all -> corrected(all, !group.group().isEmpty()))
                .orElseGet(
                        () -> classes.stream().map(category -> refusal(units)).toList());
        var shares = IntStream.range(0, classes.size())
                .mapToObj(k -> share(group, classes.get(k), corrected.get(k)))
                .toList();
        return new GroupShares(
                group.group(),
                group.images(),
                units,
                group.unanswered(),
                judged.flatMap(this::unchecked),
                judged.flatMap(this::fewClusters),
                shares);
    }

    private ResultShare share(GroupLabels group, String category, Figure corrected) {
        long given = group.given(category, basis.many());
        var coded = Wilson.figure((double) given, (double) group.images(), NO_IMAGE);
        return new ResultShare(
                category, given, cluster == Cluster.IMAGE ? coded : ofClusters(group, category, coded), corrected);
    }

    private Figure ofClusters(GroupLabels group, String category, Figure coded) {
        var counts = group.byCluster(2, labels -> GroupLabels.has(labels, category, basis.many()) ? 1 : 0);
        return ClusterShares.figure(coded, cluster.plural(), counts);
    }

    private Figure refusal(int units) {
        return goldSample.isEmpty()
                ? Figure.undefined(basis.uncorrected())
                : ClassShare.refused(units).orElseThrow();
    }

    private Optional<Unchecked> unchecked(List<Judged> judged) {
        return basis.coder().isGold()
                ? Optional.empty()
                : judged.stream()
                        .map(ClassShare::unchecked)
                        .filter(found -> found.share() > 0)
                        .findFirst();
    }

    private Optional<String> fewClusters(List<Judged> judged) {
        return judged.stream()
                .flatMap(one -> one.fewClusters(basis.variable()::labelOf).stream())
                .findFirst();
    }

    private List<Figure> corrected(List<Judged> judged, boolean part) {
        return basis.many()
                ? judged.stream()
                        .map(one -> figures(one, part).get(GroupJudged.GIVEN))
                        .toList()
                : figures(judged.get(0), part);
    }

    private List<Figure> figures(Judged judged, boolean part) {
        if (basis.coder().isGold()) {
            return drawn(judged);
        }
        ReportSize.of(judged, ASKED).check();
        var shares = part
                ? ClassShare.ofGroup(judged, ASKED)
                : ClassShare.of(judged, judged.figures(ASKED.replicates(), ASKED.seed()));
        return shares.stream().map(ClassShare::corrected).toList();
    }

    /** Gold itself is not wrong: it is weighted by how likely each image was drawn. */
    private static List<Figure> drawn(Judged gold) {
        var parts = IntStream.range(0, gold.classes().size())
                .mapToObj(Part::prevalence)
                .toList();
        return gold.figures(ASKED.replicates(), ASKED.seed()).shares(parts);
    }
}
