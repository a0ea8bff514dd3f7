package codeframe.run;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One classification job. It is never overwritten: running the same again is another run and another coder.
 *
 * @param note what people wrote on it, or empty
 * @param removed images that were taken out of the project since; the total is without them
 * @param processors on which its vectors were computed, with the library's version; empty where that is not known of all
 * @param unit what it judges; posts and videos under their leads
 */
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
        Instant finishedAt,
        int removed,
        String note,
        Unit unit,
        List<String> processors) {

    /** Which images were asked for when the run was started. */
    public ImageFilter filter() {
        return ImageFilter.fromQuery(images.tree().path("query").asText(""));
    }
}
