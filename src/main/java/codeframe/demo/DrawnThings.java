package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.light;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Draws what politics carries about: flags, microphones, logos, slogans, small print. */
final class DrawnThings {
    private static final Color WOOD = new Color(128, 94, 62);

    private DrawnThings() {}

    static void flag(Sketch sketch, double x, double y, double height, Color colour) {
        var canvas = sketch.canvas();
        canvas.line(WOOD, .011, x, y, x, y - height);
        double width = height * .62;
        if (sketch.chance().odds(.5)) {
            canvas.fill(colour, cloth(x, y - height, width, height * .38));
        } else {
            canvas.fill(colour, cloth(x, y - height, width, height * .13));
            canvas.fill(Ink.PAPER, cloth(x, y - height * .87, width, height * .13));
            canvas.fill(dark(colour, .6), cloth(x, y - height * .74, width, height * .13));
        }
    }

    /** A strip of cloth in the wind. */
    private static Path2D cloth(double x, double y, double width, double height) {
        var cloth = new Path2D.Double();
        cloth.moveTo(x, y);
        cloth.curveTo(x + width * .35, y - width * .14, x + width * .6, y + width * .16, x + width, y + width * .02);
        cloth.lineTo(x + width * .97, y + height + width * .02);
        cloth.curveTo(
                x + width * .6, y + height + width * .16, x + width * .35, y + height - width * .14, x, y + height);
        cloth.closePath();
        return cloth;
    }

    static void microphone(Canvas canvas, double x, double y, double size) {
        canvas.line(new Color(64, 64, 68), size * .22, x, y, x + size * .2, y + size * 3.4);
        canvas.oval(Ink.COAL, x, y, size * .55, size * .68);
        canvas.oval(new Color(96, 96, 102), x - size * .1, y - size * .18, size * .3, size * .3);
    }

    static void logo(Sketch sketch, double x, double y, double size, Color colour) {
        var canvas = sketch.canvas();
        switch (sketch.chance().count(0, 3)) {
            case 0 -> {
                canvas.oval(colour, x, y, size, size);
                canvas.oval(light(colour, .6), x, y, size * .5, size * .5);
            }
            case 1 -> {
                canvas.round(colour, x - size, y - size * .7, x + size, y + size * .7, size * .2);
                var name = sketch.chance().of("TV", "N24", "K1", "N1", "RTV");
                Lettering.write(canvas, Ink.PAPER, name, x - size * .75, y - size * .4, size * .8, size * 1.5);
            }
            case 2 -> canvas.shape(colour, x, y - size, x + size, y + size * .8, x - size, y + size * .8);
            default -> star(canvas, x, y, size, colour);
        }
    }

    private static void star(Canvas canvas, double x, double y, double size, Color colour) {
        var points = new double[20];
        for (int i = 0; i < 10; i++) {
            double angle = StrictMath.PI * i / 5 - StrictMath.PI / 2;
            double radius = i % 2 == 0 ? size : size * .45;
            points[2 * i] = x + radius * StrictMath.cos(angle);
            points[2 * i + 1] = y + radius * StrictMath.sin(angle);
        }
        canvas.shape(colour, points);
    }

    /** Lines of large letters, one under the other, each as high as fits. */
    static void slogan(Sketch sketch, double x, double y, double width, double height, Color colour, int lines) {
        double at = y;
        for (int i = 0; i < lines; i++) {
            at += Lettering.write(
                            sketch.canvas(),
                            colour,
                            words(sketch, sketch.chance().count(1, 2)),
                            x,
                            at,
                            height,
                            width)
                    + height * .35;
        }
    }

    static String word(Sketch sketch) {
        return sketch.chance().of(Lettering.WORDS);
    }

    static String words(Sketch sketch, int number) {
        var text = new StringBuilder(word(sketch));
        for (int i = 1; i < number; i++) {
            text.append(' ').append(word(sketch));
        }
        return text.toString();
    }

    /** Small print: bars instead of words, the last line short. */
    static void print(Sketch sketch, Canvas canvas, double x0, double y0, double x1, double y1, Color ink, int lines) {
        double step = (y1 - y0) / lines;
        for (int i = 0; i < lines; i++) {
            double end = i < lines - 1 ? x1 : x0 + (x1 - x0) * sketch.chance().between(.3, .8);
            double x = x0;
            while (x < end - .005) {
                double word = Math.min(sketch.chance().between(.02, .08), end - x);
                canvas.rect(ink, x, y0 + i * step, x + word, y0 + (i + .45) * step);
                x += word + .015;
            }
        }
    }
}
