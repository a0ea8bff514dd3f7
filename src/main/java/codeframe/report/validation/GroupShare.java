package codeframe.report.validation;

import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ClassShare;
import codeframe.report.figures.Judged;
import codeframe.report.figures.PostCounts;
import codeframe.report.study.Cluster;
import codeframe.report.study.Clustering;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * How common the classes are among the images of one account or week, by the gold of that group alone.
 *
 * @param labelled pictures, or posts, that the machine labelled, those with gold among them
 * @param gold pictures with gold
 */
public record GroupShare(String group, long labelled, long gold, List<ClassShare> shares) {
    private static final int MOST = 40;

    /** The first forty groups that have a name. */
    static List<GroupShare> of(
            MachineLabels labels, GoldSample goldSample, List<String> classes, ValidationQuestion question) {
        if (question.by().isEmpty()) {
            return List.of();
        }
        Function<ValidationRows.Dealt, String> name =
                question.by().equals("week") ? ValidationRows.Dealt::week : ValidationRows.Dealt::account;
        var groups = new TreeSet<String>();
        labels.dealt().values().forEach(posts -> posts.forEach(post -> groups.add(name.apply(post))));
        groups.remove("");
        boolean single = question.by().equals("account") && question.cluster() == Cluster.ACCOUNT;
        var asked = single ? question.about(Clustering.USUAL) : question;
        return groups.stream()
                .limit(MOST)
                .map(group -> of(
                        group,
                        JudgedMachine.of(
                                        labels,
                                        goldSample,
                                        classes,
                                        asked,
                                        post -> name.apply(post).equals(group))
                                .judged()))
                .toList();
    }

    private static GroupShare of(String group, Judged judged) {
        long rest = Math.round(DoubleStream.of(judged.unlabelled()).sum());
        long gold = judged.predictions().units();
        long labelled = rest + judged.posts().map(PostCounts::withGold).orElse(gold);
        return new GroupShare(group, labelled, gold, ClassShare.ofGroup(judged, AgreementQuestion.DEFAULT));
    }
}
