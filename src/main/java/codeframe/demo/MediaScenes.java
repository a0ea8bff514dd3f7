package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.light;

import codeframe.demo.People.Hand;
import codeframe.demo.Person.Dress;
import java.awt.Color;

/** Media: a television studio, a press conference, a page of text. */
final class MediaScenes {
    private MediaScenes() {}

    static void studio(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        var colour = sketch.mainColour(Ink.BLUE, Ink.BLUE, Ink.RED, Ink.PURPLE, Ink.ORANGE, Ink.BLACK);
        canvas.gradient(dark(colour, .42), dark(colour, .58), canvas.top, .78);
        sketch.fact(Fact.INDOORS, Fact.TWO_PEOPLE, Fact.MICROPHONE, Fact.LIGHTS, Fact.LOGO, Fact.MEDIA);
        for (double x = -.48; x < 1.4; x += .25) {
            canvas.rect(sketch.near(dark(colour, .8), 25), x, .12, x + .2, .5);
        }
        canvas.band(new Color(46, 46, 62), .78, canvas.bottom);
        Places.lamps(sketch);
        DrawnThings.logo(sketch, chance.between(.4, .6), .28, .1, sketch.vivid());
        var chair = sketch.near(chance.of(new Color(172, 64, 54), new Color(64, 66, 158), new Color(70, 130, 120)));
        guest(sketch, chair, chance.between(.2, .28), -1);
        guest(sketch, chair, chance.between(.72, .8), 1);
        canvas.line(new Color(120, 120, 124), .03, .5, .8, .5, .95);
        canvas.oval(new Color(202, 202, 208), .5, .8, .12, .03);
        if (chance.odds(.55)) {
            camera(canvas, chance.of(.06, .94));
            sketch.fact(Fact.CAMERA);
        }
        if (chance.odds(.5)) {
            canvas.rect(sketch.near(new Color(198, 34, 44)), canvas.left, .9, canvas.right, canvas.bottom);
            Lettering.write(canvas, Ink.PAPER, DrawnThings.words(sketch, 3), .05, .925, .05, .88);
            sketch.fact(Fact.TEXT);
        }
    }

    private static void guest(Sketch sketch, Color chair, double x, int side) {
        var canvas = sketch.canvas();
        var person = Person.wearing(sketch, sketch.chance().of(Dress.SUIT, Dress.SUIT, Dress.TEE, Dress.ROLLED));
        if (side == 1) {
            person.tellDress(sketch, false);
        }
        canvas.round(chair, x - .13, .52, x + .13, .9, .04);
        People.torso(canvas, person, x, .5, .2, .3);
        canvas.line(person.trousers(), .085, x, .79, x - side * .13, .8, x - side * .13, .95);
        People.arm(canvas, person, x - .085, .545, new Hand(x - side * .1 - .02, .74), .05, -1);
        People.arm(canvas, person, x + .085, .545, new Hand(x - side * .1 + .02, .74), .05, 1);
        Heads.head(canvas, person, x, .41, .072);
        DrawnThings.microphone(canvas, x - side * .1, .66, .026);
    }

    private static void camera(Canvas canvas, double x) {
        canvas.line(Ink.COAL, .018, x, .62, x - .06, 1);
        canvas.line(Ink.COAL, .018, x, .62, x + .06, 1);
        canvas.round(Ink.COAL, x - .08, .49, x + .08, .62, .02);
        canvas.oval(new Color(66, 68, 92), x + (x < .5 ? .08 : -.08), .555, .03, .045);
    }

    static void pressConference(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        var colour = sketch.mainColour(Ink.BLUE, Ink.WHITE, Ink.GREY, Ink.RED, Ink.GREEN);
        canvas.band(light(colour, .3), canvas.top, canvas.bottom);
        sketch.fact(Fact.INDOORS, Fact.GROUP, Fact.MICROPHONE, Fact.LOGO, Fact.MEDIA, Fact.TABLE);
        logoWall(sketch);
        int people = chance.count(3, 5);
        var dress = chance.of(Dress.SUIT, Dress.SUIT, Dress.TEE, Dress.ROLLED);
        for (int i = 0; i < people; i++) {
            double x = (i + .5) / people;
            var person = Person.wearing(sketch, dress);
            if (i == 0) {
                person.tellDress(sketch, false);
            }
            People.torso(canvas, person, x, .5, Math.min(.2, .8 / people), .3);
            Heads.head(canvas, person, x, .41, .066);
        }
        var table = sketch.near(chance.of(new Color(132, 92, 58), new Color(230, 230, 230), new Color(62, 62, 92)));
        canvas.band(table, .68, canvas.bottom);
        canvas.band(light(table, .3), .68, .72);
        for (int i = 0; i < people; i++) {
            double x = (i + .5) / people;
            DrawnThings.microphone(canvas, x + .03, .59, .028);
            canvas.rect(Ink.PAPER, x - .075, .75, x + .075, .82);
            DrawnThings.print(sketch, canvas, x - .055, .77, x + .055, .81, Ink.COAL, 1);
        }
    }

    private static void logoWall(Sketch sketch) {
        var colour = sketch.vivid();
        for (int row = -1; row < 3; row++) {
            for (double x = -.5; x < 1.5; x += .2) {
                DrawnThings.logo(sketch, x + (row % 2) * .08, .1 + row * .15, .034, colour);
            }
        }
    }

    /** A web page or article in a browser's or telephone's frame. */
    static void screenshot(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        boolean night = chance.odds(.25);
        var ink = night ? new Color(214, 214, 214) : new Color(48, 48, 50);
        canvas.band(night ? new Color(26, 29, 34) : Ink.PAPER, canvas.top, canvas.bottom);
        sketch.fact(Fact.TEXT, Fact.NO_PEOPLE, night ? Fact.BLACK : Fact.WHITE);
        double y = canvas.top + .04;
        if (chance.odds(.7)) {
            canvas.band(
                    sketch.near(
                            chance.of(Ink.BLUE, Ink.GREY, Ink.BLACK, Ink.GREEN).colour()),
                    canvas.top,
                    y + .06);
            for (int i = 0; i < 3; i++) {
                canvas.oval(Ink.PAPER, canvas.left + .05 + i * .05, y + .01, .014, .014);
            }
            y += .1;
        }
        if (chance.odds(.6)) {
            y += .06 + Lettering.write(canvas, ink, DrawnThings.words(sketch, 3), .06, y, .055, .88);
        }
        while (y < canvas.bottom - .06) {
            int lines = chance.count(3, 6);
            double end = Math.min(canvas.bottom - .03, y + lines * .042);
            double right = chance.odds(.25) ? .6 : .94;
            if (right < .9) {
                canvas.rect(sketch.near(new Color(150, 172, 192)), .66, y, .94, end);
            }
            DrawnThings.print(sketch, canvas, .06, y, right, end, ink, Math.max(1, (int) ((end - y) / .042)));
            y = end + .045;
        }
    }
}
