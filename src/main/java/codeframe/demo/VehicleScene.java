package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.light;

import java.awt.Color;

/** A car, bus or train from the side. */
final class VehicleScene {
    private static final Color GLASS = new Color(176, 212, 232);

    private VehicleScene() {}

    static void vehicle(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        boolean night = Places.sky(sketch, .65) == Fact.NIGHT;
        sketch.fact(Fact.OUTDOORS, Fact.NO_PEOPLE, Fact.NO_TEXT, Fact.NO_LOGO);
        if (chance.odds(.5)) {
            Places.town(sketch, .68, night);
        } else {
            Places.trees(sketch, 5, .66, .68, .2, .35);
        }
        canvas.band(dark(sketch.near(new Color(108, 108, 112)), night ? .6 : 1), .66, canvas.bottom);
        var paint = sketch.mainColour(
                Ink.RED, Ink.BLUE, Ink.GREEN, Ink.YELLOW, Ink.ORANGE, Ink.PURPLE, Ink.WHITE, Ink.BLACK, Ink.GREY);
        double x = chance.between(.44, .56);
        switch (chance.count(0, 2)) {
            case 0 -> car(sketch, paint, x);
            case 1 -> bus(sketch, paint, x);
            default -> train(sketch, paint);
        }
    }

    private static void car(Sketch sketch, Color paint, double x) {
        var canvas = sketch.canvas();
        sketch.fact(Fact.CAR);
        canvas.shape(paint, x - .24, .63, x - .12, .49, x + .12, .49, x + .24, .63);
        canvas.shape(GLASS, x - .18, .62, x - .1, .515, x - .012, .515, x - .012, .62);
        canvas.shape(GLASS, x + .18, .62, x + .1, .515, x + .012, .515, x + .012, .62);
        canvas.round(paint, x - .37, .61, x + .37, .8, .04);
        canvas.line(dark(paint, .75), .006, x, .63, x, .78);
        canvas.oval(new Color(255, 240, 152), x + .345, .68, .024, .022);
        wheels(canvas, .8, .075, x - .22, x + .22);
    }

    private static void bus(Sketch sketch, Color paint, double x) {
        var canvas = sketch.canvas();
        sketch.fact(Fact.BUS);
        canvas.round(paint, x - .41, .3, x + .41, .8, .03);
        for (int i = 0; i < 6; i++) {
            canvas.round(GLASS, x - .38 + i * .13, .37, x - .28 + i * .13, .54, .01);
        }
        canvas.rect(light(paint, .6), x - .41, .6, x + .41, .63);
        canvas.rect(dark(paint, .6), x + .26, .57, x + .36, .8);
        wheels(canvas, .8, .07, x - .24, x + .18);
    }

    private static void train(Sketch sketch, Color paint) {
        var canvas = sketch.canvas();
        sketch.fact(Fact.TRAIN);
        for (double x = canvas.left; x < canvas.right; x += .08) {
            canvas.rect(new Color(92, 72, 52), x, .86, x + .035, .92);
        }
        canvas.band(new Color(150, 150, 156), .855, .87);
        canvas.band(paint, .4, .8);
        canvas.band(dark(paint, .7), .37, .41);
        canvas.band(light(paint, .6), .63, .67);
        for (double x = canvas.left - .03; x < canvas.right; x += .17) {
            canvas.round(GLASS, x, .46, x + .12, .58, .01);
        }
        for (double x = canvas.left + .1; x < canvas.right; x += .5) {
            canvas.rect(dark(paint, .55), x + .3, .4, x + .315, .8);
            wheels(canvas, .82, .04, x, x + .14);
        }
    }

    private static void wheels(Canvas canvas, double y, double r, double... places) {
        for (double x : places) {
            canvas.oval(Ink.COAL, x, y, r, r);
            canvas.oval(new Color(152, 152, 156), x, y, r * .45, r * .45);
        }
    }
}
