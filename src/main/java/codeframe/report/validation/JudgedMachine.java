package codeframe.report.validation;

import codeframe.report.figures.Judged;
import codeframe.statistics.validation.Abstention;
import codeframe.statistics.validation.Predictions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** One machine's labels held against gold, as the question has it: what no answer is, what is counted, and what of it. */
record JudgedMachine(
        MachineLabels labels,
        GoldSample goldSample,
        List<String> classes,
        ValidationQuestion question,
        CountedPosts counted) {
    static JudgedMachine of(
            MachineLabels labels,
            GoldSample goldSample,
            List<String> classes,
            ValidationQuestion question,
            Predicate<ValidationRows.Dealt> meant) {
        return new JudgedMachine(
                labels, goldSample, classes, question, new CountedPosts(question.unit(), labels.dealt(), meant));
    }

    Judged judged() {
        var units = goldSample.units().stream()
                .filter(image -> counted.times(image) > 0)
                .filter(image -> question.review() != UndecidedRule.MISSING || labels.answered(image))
                .toList();
        var predictions = predictions(units).times(counted.times(units));
        var members = counted.of(units);
        var clusters = new ImageClusters(question.cluster(), counted)
                .of(members, predictions(CountedPosts.images(members)), this::column);
        return new Judged(
                named(),
                predictions,
                counted.unlabelled(new HashSet<>(goldSample.units()), named().size(), this::column),
                labels.confidence(units),
                clusters,
                counted.posts(units, this::column));
    }

    private Predictions predictions(List<Long> units) {
        var plain = labels.predictions(goldSample, units, classes);
        return question.review() == UndecidedRule.CLASS ? Abstention.OWN_CLASS.apply(plain) : plain;
    }

    private List<String> named() {
        var named = new ArrayList<>(classes);
        if (question.review() == UndecidedRule.CLASS) {
            named.add(MachineLabels.NO_ANSWER);
        }
        return named;
    }

    /** Of what was predicted; less than 0 where no answer leaves the image out. */
    private int column(long image) {
        int given = labels.index(classes, image);
        int none = question.review() == UndecidedRule.MISSING ? -1 : classes.size();
        return given < 0 ? none : given;
    }
}
