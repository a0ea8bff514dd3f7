package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.light;

import java.awt.Color;

/** Draws surroundings: skies, towns, trees, rooms. */
final class Places {
    private static final Color[] WALLS = {
        new Color(216, 206, 190),
        new Color(192, 202, 212),
        new Color(226, 216, 216),
        new Color(176, 166, 152),
        new Color(202, 212, 198)
    };
    private static final Color[] FLOORS = {new Color(172, 122, 82), new Color(142, 142, 142), new Color(122, 92, 72)};
    private static final Color[] FACADES = {
        new Color(174, 154, 134),
        new Color(152, 158, 168),
        new Color(194, 124, 98),
        new Color(208, 198, 172),
        new Color(112, 118, 132),
        new Color(222, 180, 130)
    };

    private Places() {}

    /** Weather of the day, its sky down to a height, and the fact. */
    static Fact sky(Sketch sketch, double horizon) {
        double at = sketch.chance().between(0, 1);
        var weather = at < .5 ? Fact.SUNNY : at < .8 ? Fact.CLOUDY : Fact.NIGHT;
        sky(sketch, horizon, weather);
        return weather;
    }

    static void sky(Sketch sketch, double horizon, Fact weather) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        sketch.fact(weather);
        if (weather == Fact.SUNNY) {
            gradient(sketch, new Color(84, 158, 232), new Color(196, 226, 246), horizon);
            canvas.oval(new Color(255, 236, 132), chance.between(.08, .92), chance.between(.05, .15), .06, .06);
        } else if (weather == Fact.CLOUDY) {
            gradient(sketch, new Color(158, 166, 178), new Color(208, 212, 218), horizon);
            for (int i = 0; i < 5; i++) {
                cloud(sketch, chance.between(canvas.left, canvas.right), chance.between(.02, horizon * .6));
            }
        } else {
            gradient(sketch, new Color(10, 12, 38), new Color(42, 42, 84), horizon);
            for (int i = 0; i < 25; i++) {
                double x = chance.between(canvas.left, canvas.right);
                canvas.oval(new Color(230, 230, 240), x, chance.between(canvas.top, horizon * .8), .003, .003);
            }
            canvas.oval(new Color(242, 240, 214), chance.between(.1, .9), chance.between(.06, .15), .045, .045);
        }
    }

    private static void gradient(Sketch sketch, Color above, Color below, double horizon) {
        sketch.canvas().gradient(sketch.near(above), sketch.near(below), sketch.canvas().top, horizon);
    }

    private static void cloud(Sketch sketch, double x, double y) {
        var white = sketch.near(new Color(228, 231, 234), 8);
        double size = sketch.chance().between(.05, .09);
        sketch.canvas().oval(white, x, y, size * 1.6, size * .55);
        sketch.canvas().oval(white, x - size * .5, y - size * .3, size * .7, size * .5);
        sketch.canvas().oval(white, x + size * .4, y - size * .4, size * .8, size * .6);
    }

    /** Houses side by side across the picture, standing on one line. */
    static void town(Sketch sketch, double base, boolean night) {
        var chance = sketch.chance();
        double x = sketch.canvas().left - chance.between(0, .1);
        while (x < sketch.canvas().right) {
            double width = chance.between(.15, .32);
            house(sketch, x, x + width, chance.between(.05, .35), base, night);
            x += width + (chance.odds(.5) ? 0 : chance.between(0, .04));
        }
    }

    private static void house(Sketch sketch, double x0, double x1, double top, double base, boolean night) {
        var chance = sketch.chance();
        var wall = sketch.near(chance.of(FACADES));
        var front = night ? dark(wall, .4) : wall;
        sketch.canvas().rect(front, x0, top, x1, base);
        if (chance.odds(.4)) {
            var roof = dark(sketch.near(new Color(150, 72, 56)), night ? .4 : 1);
            sketch.canvas().shape(roof, x0 - .01, top, (x0 + x1) / 2, top - .08, x1 + .01, top);
        }
        int columns = Math.max(2, (int) ((x1 - x0) / .06));
        for (int i = 0; i < columns; i++) {
            for (double y = top + .04; y < base - .06; y += .08) {
                boolean lit = night && chance.odds(.6);
                var glass = lit ? new Color(250, 220, 124) : dark(front, .55);
                double column = (x1 - x0) / columns;
                sketch.canvas().rect(glass, x0 + (i + .25) * column, y, x0 + (i + .75) * column, y + .045);
            }
        }
    }

    static void tree(Sketch sketch, double x, double y, double height) {
        var leaves = sketch.near(new Color(52, 128, 60));
        var canvas = sketch.canvas();
        canvas.line(new Color(98, 68, 44), height * .09, x, y, x, y - height * .5);
        canvas.oval(leaves, x, y - height * .7, height * .26, height * .32);
        canvas.oval(light(leaves, .12), x - height * .1, y - height * .62, height * .2, height * .2);
        canvas.oval(dark(leaves, .9), x + height * .12, y - height * .58, height * .18, height * .18);
    }

    static void trees(Sketch sketch, int number, double y0, double y1, double low, double high) {
        for (int i = 0; i < number; i++) {
            double y = y0 + (y1 - y0) * i / Math.max(1, number - 1);
            double x = sketch.chance().between(sketch.canvas().left, sketch.canvas().right);
            tree(sketch, x, y, sketch.chance().between(low, high));
        }
    }

    /** Wall and floor. */
    static void room(Sketch sketch, double floor) {
        room(sketch, floor, sketch.near(sketch.chance().of(WALLS)));
    }

    static void room(Sketch sketch, double floor, Color wall) {
        var canvas = sketch.canvas();
        canvas.gradient(light(wall, .15), wall, canvas.top, floor);
        var boards = sketch.near(sketch.chance().of(FLOORS));
        canvas.gradient(dark(boards, .85), dark(boards, .95), floor, canvas.bottom);
        canvas.band(light(wall, .5), floor - .012, floor);
    }

    static void lamps(Sketch sketch) {
        int lamps = sketch.chance().count(3, 6);
        var canvas = sketch.canvas();
        for (int i = 0; i < lamps; i++) {
            double x = (i + .5) / lamps + sketch.chance().between(-.03, .03);
            canvas.line(Ink.COAL, .008, x, canvas.top, x, .03);
            canvas.shape(new Color(52, 52, 56), x - .028, .01, x + .028, .01, x + .05, .065, x - .05, .065);
            canvas.oval(new Color(255, 246, 196), x, .068, .05, .016);
        }
    }
}
