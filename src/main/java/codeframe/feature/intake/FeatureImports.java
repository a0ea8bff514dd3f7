package codeframe.feature.intake;

import codeframe.db.Json;
import codeframe.feature.FeatureReport;
import codeframe.feature.FeatureRows;
import codeframe.feature.FeatureSources;
import codeframe.image.table.ImageNames;
import codeframe.web.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes features over from files: everything in a file is either stored or told with its row. */
public final class FeatureImports {
    private static final int CHARACTERS_AT_ONCE = 4_000_000;

    private final Jdbi jdbi;

    public FeatureImports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The new source and what became of the rows. */
    record Taken(long source, FeatureReport report) {}

    Taken take(long project, FeatureFile file, FeatureMapping mapping, FeatureOrder order) {
        mapping.check(file);
        order.check(jdbi.onDemand(FeatureSources.class).languages());
        return jdbi.inTransaction(handle -> {
            var known = handle.attach(FeatureRows.class).images(project);
            var names = new ImageNames();
            var sizes = new HashMap<Long, Corners.Size>();
            for (var image : known) {
                names.add(image.id(), image.path());
                sizes.putIfAbsent(image.id(), new Corners.Size(image.width(), image.height()));
            }
            var collector = new FeatureCollector(mapping, names, sizes);
            file.rows().forEach(collector::add);
            var features = collector.features();
            var report = collector.report(
                    file, known.stream().map(FeatureRows.Named::id).distinct().count());
            if (report.images() == 0) {
                throw new Problem.Invalid(noMatch(file, mapping, known));
            } else if (features.isEmpty()) {
                throw new Problem.Invalid(
                        "The rows name images of this project, and every cell of the chosen columns is empty. Nothing was"
                                + " stored.");
            }
            long source = handle.attach(FeatureSources.class)
                    .add(project, order.name(), order.language(), order.file(), Json.of(report), order.user());
            store(handle, source, order.language(), features);
            return new Taken(source, report);
        });
    }

    private static void store(Handle handle, long source, String language, List<FeatureRows.Feature> features) {
        var rows = handle.attach(FeatureRows.class);
        int from = 0;
        long characters = 0;
        for (int i = 0; i < features.size(); i++) {
            characters += features.get(i).text().length()
                    + 100L * features.get(i).things().size();
            if (i + 1 - from == FeatureRows.AT_ONCE || characters > CHARACTERS_AT_ONCE || i + 1 == features.size()) {
                rows.add(source, language, Json.of(features.subList(from, i + 1)));
                from = i + 1;
                characters = 0;
            }
        }
    }

    private static String noMatch(FeatureFile file, FeatureMapping mapping, List<FeatureRows.Named> known) {
        int column = mapping.column(ColumnUse.IMAGE).orElseThrow();
        var called = file.rows().stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .limit(3)
                .map(FeatureImports::quoted)
                .collect(Collectors.joining(", "));
        var here = known.stream()
                .limit(3)
                .map(FeatureRows.Named::path)
                .map(FeatureImports::quoted)
                .toList();
        return "No row names an image of this project, so nothing was stored. The column \"%s\" holds %s; %s. Choose another column, or import the images first."
                .formatted(
                        file.columns().get(column),
                        called.isEmpty() ? "nothing" : called,
                        here.isEmpty()
                                ? "this project has no images yet"
                                : "images here are called " + String.join(", ", here));
    }

    private static String quoted(String text) {
        return "\"" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "\"";
    }
}
