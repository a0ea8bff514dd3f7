package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.light;

import java.awt.Color;

/** Mountains and towns without people. */
final class Landscapes {
    private Landscapes() {}

    static void mountains(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        double light = Places.sky(sketch, .65) == Fact.NIGHT ? .45 : 1;
        sketch.fact(Fact.OUTDOORS, Fact.NO_PEOPLE, Fact.NO_TEXT, Fact.NO_LOGO);
        range(sketch, .3, .48, dark(sketch.near(new Color(112, 118, 136)), light), light);
        range(sketch, .16, .34, dark(sketch.near(new Color(76, 112, 84)), light), 0);
        if (chance.odds(.5)) {
            var lake = dark(sketch.near(new Color(62, 124, 174)), light);
            canvas.gradient(light(lake, .2), dark(lake, .8), .66, canvas.bottom);
            for (double y = .72; y < canvas.bottom; y += .06) {
                double x = chance.between(canvas.left, canvas.right - .2);
                canvas.line(light(lake, .3), .006, x, y, x + chance.between(.1, .4), y);
            }
            sketch.fact(Fact.WATER);
        } else {
            var meadow = dark(sketch.near(new Color(94, 152, 72)), light);
            canvas.gradient(light(meadow, .1), dark(meadow, .85), .66, canvas.bottom);
            Places.trees(sketch, chance.count(3, 7), .74, .98, .15, .3);
            sketch.fact(Fact.TREES);
        }
    }

    /** Peaks side by side; the high ones wear snow, less white by night. */
    private static void range(Sketch sketch, double low, double high, Color rock, double snow) {
        var chance = sketch.chance();
        double x = sketch.canvas().left - chance.between(.05, .3);
        while (x < sketch.canvas().right + .1) {
            double width = chance.between(.32, .6);
            double top = .68 - chance.between(low, high);
            double peak = x + width * chance.between(.42, .58);
            sketch.canvas().shape(rock, x, .68, peak, top, x + width, .68);
            sketch.canvas().shape(dark(rock, .86), peak, top, x + width, .68, peak + width * .08, .68);
            if (snow > 0 && chance.odds(.75)) {
                double drop = (.68 - top) * .26;
                sketch.canvas()
                        .shape(
                                dark(Ink.PAPER, snow),
                                peak - (peak - x) * .26,
                                top + drop,
                                peak,
                                top,
                                peak + (x + width - peak) * .26,
                                top + drop,
                                peak + width * .04,
                                top + drop * .72,
                                peak - width * .03,
                                top + drop * 1.1);
            }
            x += width * chance.between(.4, .8);
        }
    }

    static void city(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        boolean night = Places.sky(sketch, .6) == Fact.NIGHT;
        Places.town(sketch, .7, night);
        sketch.fact(Fact.OUTDOORS, Fact.NO_PEOPLE, Fact.NO_TEXT, Fact.NO_LOGO);
        var ground = dark(sketch.near(new Color(124, 124, 126)), night ? .5 : 1);
        canvas.band(ground, .68, canvas.bottom);
        if (chance.odds(.5)) {
            road(canvas, ground);
        } else {
            fountain(canvas, ground);
        }
        if (chance.odds(.5)) {
            Places.trees(sketch, 4, .73, .76, .18, .24);
            sketch.fact(Fact.TREES);
        }
    }

    private static void road(Canvas canvas, Color ground) {
        double spread = .3 + (canvas.bottom - .7);
        canvas.shape(dark(ground, .6), .35, .7, .65, .7, .65 + spread, canvas.bottom, .35 - spread, canvas.bottom);
        for (double y = .72; y < canvas.bottom - .05; y += .1) {
            double half = .004 + (y - .7) * .03;
            canvas.shape(Ink.PAPER, .5 - half, y, .5 + half, y, .5 + half * 1.4, y + .06, .5 - half * 1.4, y + .06);
        }
    }

    private static void fountain(Canvas canvas, Color ground) {
        for (double y = .74; y < canvas.bottom; y += .08) {
            canvas.rect(dark(ground, .88), canvas.left, y, canvas.right, y + .005);
        }
        canvas.oval(light(ground, .35), .5, .85, .2, .065);
        canvas.oval(new Color(120, 170, 200), .5, .845, .17, .05);
        canvas.rect(light(ground, .4), .485, .66, .515, .84);
        canvas.oval(light(ground, .4), .5, .68, .07, .018);
        for (int side = -1; side <= 1; side += 2) {
            canvas.line(new Color(190, 220, 236), .008, .5, .64, .5 + side * .05, .67, .5 + side * .08, .8);
        }
    }
}
