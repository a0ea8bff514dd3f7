package codeframe.feature;

import codeframe.db.Json;
import java.time.Instant;

/**
 * Where features come from: a file of another tool. It is named and versioned like a run, and never overwritten.
 *
 * @param language the text search configuration by which its words are found
 * @param report what became of the rows of its file
 */
public record FeatureSource(
        long id, String name, int version, String language, String file, Json report, Instant createdAt, String who) {
    public FeatureReport match() {
        return report.as(FeatureReport.class);
    }

    public String title() {
        return name + " v" + version;
    }
}
