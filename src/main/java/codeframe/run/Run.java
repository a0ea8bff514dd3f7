package codeframe.run;

import codeframe.db.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One classification job. It is never overwritten: running the same again is another run and another coder. */
public record Run(
        long id,
        long projectId,
        String kind,
        String name,
        String model,
        long codebookVersionId,
        int codebookVersion,
        List<String> variables,
        Json parameters,
        Json images,
        long seed,
        RunState state,
        String failure,
        String precision,
        int total,
        BigDecimal cost,
        int starts,
        long coderId,
        String startedBy,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** A parameter as text; empty when it was not given. */
    public String parameter(String name) {
        return parameters.tree().path(name).asText("");
    }
}
