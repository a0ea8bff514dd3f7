package codeframe.coding.intake;

import codeframe.db.Json;
import java.time.Instant;

/** An import of human codes as the project remembers it. */
public record Kept(long id, String name, Json report, Instant createdAt, String who) {
    public MatchReport match() {
        return report.as(MatchReport.class);
    }
}
