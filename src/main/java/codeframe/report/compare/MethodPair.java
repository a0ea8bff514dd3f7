package codeframe.report.compare;

import codeframe.report.study.ReportedCoder;
import codeframe.report.validation.GoldSample;
import codeframe.report.validation.MachineLabels;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.validation.Metric;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far two methods say the same, right or wrong.
 *
 * @param same share of the images with gold to which both give the same answer; where one gives none, it is not the same
 */
public record MethodPair(ReportedCoder first, ReportedCoder second, Figure same) {
    static List<MethodPair> of(List<MachineLabels> machines, GoldSample goldSample) {
        var pairs = new ArrayList<MethodPair>();
        for (int a = 0; a < machines.size(); a++) {
            for (int b = a + 1; b < machines.size(); b++) {
                var one = machines.get(a);
                var two = machines.get(b);
                pairs.add(new MethodPair(one.machine(), two.machine(), same(one, two, goldSample)));
            }
        }
        return pairs;
    }

    private static Figure same(MachineLabels one, MachineLabels two, GoldSample goldSample) {
        var units = goldSample.units();
        var same = units.stream()
                .mapToInt(image -> one.answered(image)
                                && one.said()
                                        .of(image, one.machine().id())
                                        .equals(two.said()
                                                .of(image, two.machine().id()))
                        ? 1
                        : 0)
                .toArray();
        var all = new int[same.length];
        Arrays.fill(all, 1);
        return Metric.share(
                new Predictions(2, all, same, goldSample.weights(units), goldSample.design(units)), Part.accuracy());
    }
}
