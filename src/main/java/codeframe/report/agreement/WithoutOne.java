package codeframe.report.agreement;

import codeframe.report.figures.CodedVariable;
import codeframe.report.study.ReportedCoder;
import codeframe.statistics.agreement.Figure;
import java.util.List;
import java.util.stream.IntStream;

/** α when one coder is left out: who stands apart shows here. */
public record WithoutOne(long coder, String name, Figure alpha) {
    static List<WithoutOne> of(CodedVariable variable, List<ReportedCoder> coders) {
        return coders.size() < 3
                ? List.of()
                : IntStream.range(0, coders.size())
                        .mapToObj(at -> new WithoutOne(
                                coders.get(at).id(),
                                coders.get(at).name(),
                                variable.alphaOf(variable.codes().of(others(coders.size(), at)))
                                        .figure()))
                        .toList();
    }

    private static int[] others(int coders, int but) {
        return IntStream.range(0, coders).filter(at -> at != but).toArray();
    }
}
