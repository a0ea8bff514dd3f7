package codeframe.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Paints in units of the shorter side. The middle square runs from 0 to 1 both ways and holds what matters; a wide or
 * tall picture shows more of the surroundings, from {@link #left} to {@link #right} and {@link #top} to
 * {@link #bottom}.
 */
final class Canvas implements AutoCloseable {
    final double left;
    final double right;
    final double top;
    final double bottom;
    private final Graphics2D pen;
    private final List<String> lettered;

    Canvas(BufferedImage image) {
        this(image.createGraphics(), image.getWidth(), image.getHeight(), new ArrayList<>());
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private Canvas(Graphics2D pen, double width, double height, List<String> lettered) {
        this.pen = pen;
        this.lettered = lettered;
        double unit = Math.min(width, height);
        left = (1 - width / unit) / 2;
        right = 1 - left;
        top = (1 - height / unit) / 2;
        bottom = 1 - top;
        pen.scale(unit, unit);
        pen.translate(-left, -top);
    }

    /** A picture in the picture. */
    Canvas inset(double x0, double y0, double x1, double y1) {
        var part = (Graphics2D) pen.create();
        part.clip(new Rectangle2D.Double(x0, y0, x1 - x0, y1 - y0));
        part.translate(x0, y0);
        return new Canvas(part, x1 - x0, y1 - y0, lettered);
    }

    /** The same canvas, turned about a point, which becomes its origin. */
    Canvas turned(double x, double y, double degrees) {
        var part = (Graphics2D) pen.create();
        part.translate(x, y);
        part.rotate(StrictMath.toRadians(degrees));
        return new Canvas(part, 1, 1, lettered);
    }

    /** Tells that these words were painted, in this picture or in one in it. */
    void letter(String words) {
        lettered.add(words);
    }

    /** The words on it, in the order in which they were painted. */
    List<String> lettered() {
        return List.copyOf(lettered);
    }

    void fill(Color colour, Shape shape) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    void draw(Color colour, double width, Shape shape) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    void rect(Color colour, double x0, double y0, double x1, double y1) {
        fill(colour, new Rectangle2D.Double(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)));
    }

    void round(Color colour, double x0, double y0, double x1, double y1, double corner) {
        fill(colour, new RoundRectangle2D.Double(x0, y0, x1 - x0, y1 - y0, corner * 2, corner * 2));
    }

    void oval(Color colour, double x, double y, double rx, double ry) {
        fill(colour, new Ellipse2D.Double(x - rx, y - ry, rx * 2, ry * 2));
    }

    void ring(Color colour, double width, double x, double y, double rx, double ry) {
        draw(colour, width, new Ellipse2D.Double(x - rx, y - ry, rx * 2, ry * 2));
    }

    /** The part of an oval below its middle line, as of a smile or a tier of seats. */
    Shape under(double x, double y, double rx, double ry, int type) {
        return new Arc2D.Double(x - rx, y - ry, rx * 2, ry * 2, 180, 180, type);
    }

    void line(Color colour, double width, double... points) {
        draw(colour, width, path(points));
    }

    void shape(Color colour, double... points) {
        var path = path(points);
        path.closePath();
        fill(colour, path);
    }

    /** Everything from one height to another, as wide as the picture, from one colour into another. */
    void gradient(Color above, Color below, double y0, double y1) {
        pen.setPaint(new GradientPaint(0, (float) y0, above, 0, (float) y1, below));
        pen.fill(new Rectangle2D.Double(left, y0, right - left, y1 - y0));
    }

    /** Everything from one height to another, as wide as the picture. */
    void band(Color colour, double y0, double y1) {
        rect(colour, left, y0, right, y1);
    }

    private static Path2D path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    @Override
    public void close() {
        pen.dispose();
    }
}
