package codeframe.feature;

import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.FileDownload;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is known about the images, by source; and one source with what became of its images. */
public final class FeaturePages {
    private static final String CSV = "text/csv; charset=utf-8";

    private final FeatureSources sources;
    private final FeatureRows rows;
    private final Events events;
    private final Access access;
    private final Templates templates;
    private final RepeatCost.Prices prices;

    /** The rows that it shows. */
    public record Rows(FeatureSources sources, FeatureRows features) {}

    public FeaturePages(Rows rows, RepeatCost.Prices prices, Events events, Access access, Templates templates) {
        this.sources = rows.sources();
        this.rows = rows.features();
        this.prices = prices;
        this.events = events;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/features", this::list, Role.VIEWER);
        routes.get("/projects/{project}/features.csv", this::csv, Role.VIEWER);
        routes.get("/projects/{project}/features/{source}", this::show, Role.VIEWER);
        routes.get("/projects/{project}/features/{source}/reading", this::reading, Role.VIEWER);
        routes.get("/projects/{project}/features/{source}/not-taken.csv", this::notTaken, Role.OWNER);
        routes.post("/projects/{project}/features/{source}/remove", this::remove, Role.OWNER);
    }

    /** Whoever comes from a filtered gallery reads the text in those images. */
    private void list(Context ctx) {
        long project = Access.project(ctx).id();
        ctx.html(templates
                .featureList(
                        access.page(ctx, "Features", "images"),
                        sources.all(project),
                        sources.tallies(project),
                        ImageFilter.fromQuery(ctx.queryString()).toQuery())
                .render());
    }

    private FeatureSource source(Context ctx) {
        return sources.find(Access.project(ctx).id(), Params.id(ctx, "source"))
                .orElseThrow(() -> new Problem.NotFound("source"));
    }

    private void show(Context ctx) {
        var source = source(ctx);
        long project = Access.project(ctx).id();
        long viewer = Access.user(ctx).id();
        var tallies = FeatureTally.of(source.id(), sources.tallies(project));
        var spending = sources.spending(project, source.id());
        ctx.html(templates
                .featureSource(
                        access.page(ctx, source.title(), "images"),
                        source,
                        tallies,
                        sources.settled(source.id()),
                        owns(ctx) ? sources.failures(project, source.id(), viewer) : List.of(),
                        spending.orElse(null),
                        spending.map(one -> RepeatCost.sentences(prices.ofOne(project), tallies, one))
                                .orElse(""),
                        unseen(ctx))
                .render());
    }

    private static boolean owns(Context ctx) {
        return Access.project(ctx).asRole().includes(Role.OWNER);
    }

    /** Why a person is not told what was not taken: it quotes what machines saw. Empty for whoever is told. */
    private String unseen(Context ctx) {
        if (!owns(ctx)) {
            return "Owners see which rows these are.";
        }
        return sources.codesNow(Access.project(ctx).id(), Access.user(ctx).id())
                ? "You code images of an open sample, and what was not taken quotes what machines saw in images. You see it"
                        + " once the sample is closed; until then another owner can look."
                : "";
    }

    /** How far a run is; a page that shows it is loaded again when it has ended. */
    private void reading(Context ctx) {
        var source = source(ctx);
        if (!source.state().equals("running")) {
            ctx.header("HX-Refresh", "true");
        }
        long project = Access.project(ctx).id();
        ctx.html(templates
                .featureReading(
                        project,
                        source,
                        sources.settled(source.id()),
                        sources.spending(project, source.id()).orElse(null))
                .render());
    }

    private void notTaken(Context ctx) {
        var source = source(ctx);
        var unseen = unseen(ctx);
        if (!unseen.isEmpty()) {
            throw new Problem.Forbidden(unseen);
        }
        FileDownload.send(ctx, "not-taken.csv", CSV, out -> {
            try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord("row", "reason");
                source.match().told().forEach(one -> csv.writeRecord(String.valueOf(one.row()), one.reason()));
            }
        });
    }

    private void remove(Context ctx) {
        var source = source(ctx);
        long project = Access.project(ctx).id();
        var runs = sources.usedBy(project, source.id());
        if (!runs.isEmpty()) {
            throw new Problem.Conflict(
                    "The features of " + source.title() + " are not removed: " + String.join(", ", runs)
                            + (runs.size() == 1 ? " uses them and is" : " use them and are")
                            + " not at the end. Cancel what is not wanted, or wait; then remove them.");
        }
        sources.remove(project, source.id());
        events.add(project, Access.user(ctx).id(), "removed the features of " + source.title());
        access.redirect(
                ctx, "/projects/" + project + "/features", "The features of " + source.title() + " are removed.");
    }

    private void csv(Context ctx) {
        FeaturesCsv.send(ctx, rows, Access.project(ctx).id(), Access.user(ctx).id());
    }
}
