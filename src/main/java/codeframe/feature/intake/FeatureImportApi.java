package codeframe.feature.intake;

import codeframe.feature.FeatureReport;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.EnumMap;

/** Features from scripts; the answer is the match report. */
public final class FeatureImportApi {
    private final FeatureImports imports;
    private final Events events;

    public FeatureImportApi(FeatureImports imports, Events events) {
        this.imports = imports;
        this.events = events;
    }

    /** The report with the number of the new source. */
    record Answer(long source, FeatureReport report) {}

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/projects/{project}/features", this::take, Role.OWNER);
    }

    private void take(Context ctx) {
        var file = FeatureFile.read(ctx.bodyAsBytes());
        var language = Params.query(ctx, "language");
        var order = new FeatureOrder(
                Params.query(ctx, "name"),
                language.isEmpty() ? "simple" : language,
                "sent to the API",
                Access.user(ctx).id());
        long project = Access.project(ctx).id();
        var taken = imports.take(project, file, mapping(ctx, file), order);
        events.add(project, order.user(), taken.report().event(order.name(), order.file()));
        ctx.json(new Answer(taken.source(), taken.report()));
    }

    /** Columns that are named beside the file; without any, and the image's without its own, they are guessed. */
    private static FeatureMapping mapping(Context ctx, FeatureFile file) {
        var guess = FeatureMapping.guess(file);
        var named = new EnumMap<ColumnUse, Integer>(ColumnUse.class);
        for (var use : ColumnUse.values()) {
            var column = Params.query(ctx, use.word());
            if (!column.isEmpty()) {
                named.put(use, index(file, use, column));
            }
        }
        if (!named.isEmpty()) {
            guess.column(ColumnUse.IMAGE)
                    .filter(image -> !named.containsValue(image))
                    .ifPresent(image -> named.putIfAbsent(ColumnUse.IMAGE, image));
        }
        var separator = Params.query(ctx, "separator");
        if (!separator.isEmpty() && !FeatureMapping.SEPARATORS.contains(separator)) {
            throw new Problem.Invalid("separator must be one of " + String.join(" ", FeatureMapping.SEPARATORS) + ".");
        }
        return new FeatureMapping(
                named.isEmpty() ? guess.columns() : named,
                separator.isEmpty() ? guess.separator() : separator,
                blanksAreEmpty(Params.query(ctx, "blank")));
    }

    private static boolean blanksAreEmpty(String word) {
        return switch (word) {
            case "", "empty" -> true;
            case "never" -> false;
            default -> throw new Problem.Invalid("blank must be empty or never.");
        };
    }

    private static int index(FeatureFile file, ColumnUse use, String column) {
        int at = file.columns().indexOf(column);
        if (at < 0) {
            throw new Problem.Invalid("%s names the column \"%s\". The file has no such column, but %s."
                    .formatted(use.word(), column, String.join(", ", file.columns())));
        }
        return at;
    }
}
