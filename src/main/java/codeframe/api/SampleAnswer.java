package codeframe.api;

import codeframe.codebook.Unit;
import codeframe.coding.sample.Sample;
import codeframe.coding.sample.SampleProgress;
import codeframe.coding.sample.SecondCodingPlan;
import codeframe.coding.sample.Strata;
import codeframe.db.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** A sample as scripts read it; {@code strata} is absent where it would tell a coder what a machine said. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SampleAnswer(
        long id,
        String name,
        String purpose,
        String design,
        int codebookVersion,
        List<String> variables,
        Unit unit,
        Json frame,
        int frameSize,
        int size,
        long seed,
        double overlap,
        int codersEach,
        boolean hidePost,
        String goldRule,
        SecondCodingPlan again,
        boolean sealed,
        boolean closed,
        Long decided,
        long wanted,
        Strata strata,
        Instant createdAt,
        Instant closedAt,
        Instant openedAt,
        Json openedWith) {

    /**
     * @param strata null where they must not be seen
     * @param again null where nothing comes again
     */
    static SampleAnswer of(Sample sample, SampleProgress.Progress progress, Strata strata, SecondCodingPlan again) {
        return new SampleAnswer(
                sample.id(),
                sample.name(),
                sample.purpose().word(),
                sample.design().word(),
                sample.codebookVersion(),
                sample.variables(),
                sample.unit(),
                sample.frame(),
                sample.frameSize(),
                sample.size(),
                sample.seed(),
                sample.overlap(),
                sample.codersEach(),
                sample.hidePost(),
                sample.goldRule().word(),
                again,
                sample.sealed(),
                sample.closed(),
                progress.hidden() ? null : progress.done(),
                progress.wanted(),
                strata,
                sample.createdAt(),
                sample.closedAt(),
                sample.openedAt(),
                sample.openedWith());
    }
}
