package codeframe.api;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.run.RunProgress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run as scripts read it; {@code open} and {@code outcomes} add up to {@code total}. */
record RunAnswer(
        long id,
        String name,
        String kind,
        String state,
        String failure,
        int total,
        long open,
        Map<String, Long> outcomes,
        long reused,
        long coder,
        String model,
        Unit unit,
        String precision,
        List<String> processors,
        List<String> variables,
        Json parameters,
        long seed,
        int codebookVersion,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        BigDecimal cost) {

    static RunAnswer of(RunProgress progress) {
        var run = progress.run();
        var outcomes = new TreeMap<String, Long>();
        progress.outcomes().forEach(count -> outcomes.put(count.outcome().word(), count.n()));
        return new RunAnswer(
                run.id(),
                run.name(),
                run.kind(),
                run.state().word(),
                run.failure(),
                run.total(),
                progress.open(),
                outcomes,
                progress.reused(),
                run.coderId(),
                run.model(),
                run.unit(),
                run.precision(),
                run.processors(),
                run.variables(),
                run.parameters(),
                run.seed(),
                run.codebookVersion(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.cost());
    }
}
