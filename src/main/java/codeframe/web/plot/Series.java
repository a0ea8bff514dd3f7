package codeframe.web.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A named line over time or order; a point's label is what stands under it on the axis. */
public record Series(String name, List<Point> points) {
    public record Point(String label, double value) {}

    /** The line as the points of an SVG polyline in a drawing of the given size. */
    public String line(AxisScale scale, double width, double height) {
        var along = new AxisScale(0, Math.max(1, points.size() - 1));
        return IntStream.range(0, points.size())
                .mapToObj(
                        i -> along.at(i, width) + "," + scale.down(points.get(i).value(), height))
                .collect(Collectors.joining(" "));
    }
}
