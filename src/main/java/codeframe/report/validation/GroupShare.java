package codeframe.report.validation;

import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ClassShare;
import codeframe.report.figures.Judged;
import codeframe.report.study.Cluster;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * How common the classes are among the images of one account or week, by the gold of that group alone.
 *
 * @param labelled images that the machine labelled, those with gold among them
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
        labels.dealt().values().forEach(image -> groups.add(name.apply(image)));
        groups.remove("");
        return groups.stream()
                .limit(MOST)
                .map(group -> {
                    var judged = labels.judged(
                            goldSample,
                            classes,
                            question.review(),
                            question.by().equals("account") && question.cluster() == Cluster.ACCOUNT
                                    ? Cluster.IMAGE
                                    : question.cluster(),
                            image -> name.apply(image).equals(group));
                    return of(group, judged);
                })
                .toList();
    }

    private static GroupShare of(String group, Judged judged) {
        long rest = Math.round(DoubleStream.of(judged.unlabelled()).sum());
        long gold = judged.predictions().units();
        return new GroupShare(group, rest + gold, gold, ClassShare.ofGroup(judged, AgreementQuestion.DEFAULT));
    }
}
