package codeframe.web.dev;

import codeframe.templates.Templates;
import codeframe.web.Page;
import codeframe.web.Role;
import codeframe.web.plot.Bar;
import codeframe.web.plot.CalibrationBin;
import codeframe.web.plot.Estimate;
import codeframe.web.plot.Matrix;
import codeframe.web.plot.Matrix.Cell;
import codeframe.web.plot.Series;
import codeframe.web.plot.Series.Point;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Shows every piece of {@code templates/ui} with made-up content; mounted in development only. */
public final class UiPages {
    private static final List<String> TYPES = List.of("Portrait", "Rally", "Poster");

    private final Templates templates;
    private final Function<Context, Page> page;

    public UiPages(Templates templates, Function<Context, Page> page) {
        this.templates = templates;
        this.page = page;
    }

    /** One of each plot, as a page would hand them over. */
    public record Plots(
            List<Bar> bars, List<Estimate> estimates, Matrix matrix, List<CalibrationBin> bins, List<Series> series) {}

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/dev/ui", this::gallery, Role.ANYONE);
    }

    private void gallery(Context ctx) {
        ctx.html(templates.uiGallery(page.apply(ctx), plots()).render());
    }

    private static Plots plots() {
        return new Plots(bars(), estimates(), matrix(), bins(), series());
    }

    private static List<Bar> bars() {
        return List.of(new Bar("Portrait", 214, "#plots"), new Bar("Rally", 96), new Bar("Poster or collage", 31));
    }

    private static List<Estimate> estimates() {
        return List.of(
                Estimate.between("Image type", 0.81, 0.76, 0.86, 240),
                Estimate.between("Setting", 0.67, 0.58, 0.75, 240),
                Estimate.between("Emotion", 0.38, 0.24, 0.51, 118),
                Estimate.of("Clothing", 0.72, 24));
    }

    private static Matrix matrix() {
        return new Matrix("Ona", "CLIP", TYPES, TYPES, List.of(row(58, 4, 2), row(9, 31, 0), row(1, 3, 17)));
    }

    private static List<Cell> row(long... counts) {
        return Arrays.stream(counts).mapToObj(n -> new Cell(n, "#plots")).toList();
    }

    private static List<CalibrationBin> bins() {
        return List.of(
                new CalibrationBin(0.34, 0.29, 0.18, 0.42, 48),
                new CalibrationBin(0.55, 0.47, 0.38, 0.57, 96),
                new CalibrationBin(0.74, 0.63, 0.55, 0.70, 160),
                new CalibrationBin(0.93, 0.86, 0.81, 0.90, 302));
    }

    private static List<Series> series() {
        return List.of(
                new Series(
                        "Rally", List.of(point("Mon", 0.1), point("Tue", 0.4), point("Wed", 0.35), point("Thu", 0.7))),
                new Series(
                        "Portrait",
                        List.of(point("Mon", 0.6), point("Tue", 0.3), point("Wed", 0.4), point("Thu", 0.2))));
    }

    private static Point point(String label, double value) {
        return new Point(label, value);
    }
}
