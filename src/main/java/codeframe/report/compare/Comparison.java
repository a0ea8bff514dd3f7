package codeframe.report.compare;

import codeframe.codebook.Variable;
import codeframe.report.study.ReportedCoder;
import codeframe.web.plot.Matrix;
import java.util.List;

/**
 * Two runs, or any two coders, on the images that both dealt with.
 *
 * @param images how many those are
 * @param changed how many of them have another code in the second
 * @param changes from every class of the first to every class of the second; without rows for sets of labels
 * @param gold images with gold that all that were chosen dealt with; 0 without gold
 * @param tests against gold, of all the runs that were chosen; empty without gold
 * @param methods all that were chosen side by side on the same gold; empty without gold
 * @param alike how far any two of them say the same on these images; empty without gold
 * @param recommendation which of them to take; empty without gold
 * @param notes what the figures rest on, in words
 */
public record Comparison(
        CompareQuestion question,
        Variable variable,
        List<ReportedCoder> coders,
        long images,
        long changed,
        Matrix changes,
        List<ClassChange> classes,
        long gold,
        List<PairTest> tests,
        List<Method> methods,
        List<MethodPair> alike,
        String recommendation,
        List<String> notes) {
    public ReportedCoder first() {
        return coders.get(0);
    }

    public ReportedCoder second() {
        return coders.get(1);
    }
}
