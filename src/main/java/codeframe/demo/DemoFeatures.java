package codeframe.demo;

import codeframe.db.Json;
import codeframe.feature.FeatureReport;
import codeframe.feature.FeatureRows;
import codeframe.feature.FeatureSources;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Captions, objects and text of the drawings, as a source of features. */
final class DemoFeatures {
    private static final String NAME = "Told by the drawings";

    private final Jdbi jdbi;

    DemoFeatures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All or nothing, together with the note that they are there. */
    void make(long project) {
        var drawn = DemoPosts.all().stream()
                .flatMap(post -> post.pictures().stream())
                .collect(Collectors.toMap(DemoPosts.Picture::file, DrawnFeatures::of));
        jdbi.useTransaction(handle -> {
            var rows = handle.attach(FeatureRows.class);
            var features = rows.images(project).stream()
                    .filter(image -> drawn.containsKey(image.path()))
                    .flatMap(image -> drawn.get(image.path()).features(image.id()).stream())
                    .toList();
            long source = source(handle, project, drawn.size());
            rows.add(source, "english", Json.of(features));
            handle.attach(Demos.class).described(source);
        });
    }

    private static long source(Handle handle, long project, long drawings) {
        var report = new FeatureReport(drawings, drawings, drawings, drawings, List.of(), 0, List.of(), List.of());
        return handle.attach(FeatureSources.class)
                .add(project, NAME, "english", "the program's own drawings", Json.of(report), null);
    }
}
