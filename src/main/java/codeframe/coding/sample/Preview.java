package codeframe.coding.sample;

import java.util.List;

/** A plan as it would come out, before it is drawn. */
public record Preview(SamplePlan plan, Frame frame, List<Stratum> strata, int size, Expectation expectation) {
    static Preview of(SamplePlan plan, Frame frame, Expectation.Assumed assumed) {
        var strata = SampleDrawing.strata(plan, frame);
        int size = strata.stream().mapToInt(Stratum::drawn).sum();
        return new Preview(plan, frame, strata, size, Expectation.of(plan, frame.size(), size, assumed));
    }
}
