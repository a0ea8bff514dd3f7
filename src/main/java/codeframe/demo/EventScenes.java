package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.light;

import codeframe.demo.People.Hand;
import java.awt.Color;

/** Political events: rally, hall, convention, speech. */
final class EventScenes {
    private static final Color[] SEATS = {new Color(62, 64, 74), new Color(150, 46, 46), new Color(44, 66, 122)};

    private EventScenes() {}

    static void rally(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        var weather = Places.sky(sketch, .5);
        canvas.band(sketch.near(new Color(112, 122, 104)), .45, canvas.bottom);
        sketch.fact(Fact.OUTDOORS, Fact.FLAGS, Fact.STAGE, Fact.CROWD, Fact.EVENT);
        if (chance.odds(.5)) {
            Places.town(sketch, .5, weather == Fact.NIGHT);
        }
        var colour = sketch.mainColour(Ink.RED, Ink.BLUE, Ink.GREEN, Ink.YELLOW, Ink.ORANGE, Ink.PURPLE);
        double x = chance.between(.27, .73);
        openAirStage(sketch, x, colour);
        People.crowdFromBehind(sketch, .54, .98, chance.count(40, 70), .022, .045);
        int flags = chance.count(3, 8);
        for (int i = 0; i < flags; i++) {
            var cloth = chance.odds(.7) ? colour : sketch.vivid();
            DrawnThings.flag(
                    sketch,
                    chance.between(canvas.left, canvas.right - .1),
                    chance.between(.55, .9),
                    chance.between(.22, .36),
                    cloth);
        }
        People.crowdFromBehind(sketch, .98, canvas.bottom + .1, (int) (canvas.bottom * 12), .045, .06);
    }

    private static void openAirStage(Sketch sketch, double x, Color colour) {
        var canvas = sketch.canvas();
        canvas.rect(dark(colour, .45), x - .25, .18, x + .25, .48);
        canvas.rect(colour, x - .27, .16, x + .27, .26);
        Lettering.write(canvas, Ink.readableOn(colour), DrawnThings.word(sketch), x - .2, .185, .05, .4);
        canvas.rect(Ink.COAL, x - .27, .26, x - .255, .48);
        canvas.rect(Ink.COAL, x + .255, .26, x + .27, .48);
        People.standing(canvas, Person.any(sketch), x, .47, .2, null, new Hand(x + .07, .31));
        canvas.rect(new Color(74, 62, 56), x - .29, .46, x + .29, .53);
    }

    /** Room, stage and wall of a hall. */
    private static Color hall(Sketch sketch) {
        var canvas = sketch.canvas();
        Places.room(sketch, sketch.chance().between(.5, .58));
        var colour = sketch.mainColour(Ink.RED, Ink.BLUE, Ink.GREEN, Ink.YELLOW, Ink.ORANGE, Ink.PURPLE, Ink.GREY);
        sketch.fact(Fact.INDOORS, Fact.STAGE, Fact.EVENT);
        canvas.rect(dark(colour, .7), .1, .12, .9, .46);
        for (double fold = .1; fold < .9; fold += .05) {
            canvas.rect(dark(colour, .62), fold, .12, fold + .012, .46);
        }
        if (sketch.chance().odds(.6)) {
            canvas.rect(Ink.COAL, .29, .14, .71, .37);
            canvas.rect(new Color(236, 241, 250), .3, .15, .7, .36);
            Lettering.write(canvas, dark(colour, .8), DrawnThings.word(sketch), .35, .22, .07, .3);
            sketch.fact(Fact.SCREEN);
        }
        canvas.rect(new Color(94, 68, 48), .04, .45, .96, .54);
        canvas.rect(new Color(120, 88, 62), .04, .45, .96, .47);
        Places.lamps(sketch);
        return colour;
    }

    static void emptyHall(Sketch sketch) {
        hall(sketch);
        sketch.fact(Fact.NO_PEOPLE, Fact.CHAIRS);
        if (sketch.chance().odds(.6)) {
            rostrum(sketch.canvas(), .5, .38, .035, .08);
        }
        var canvas = sketch.canvas();
        var seat = sketch.near(sketch.chance().of(SEATS));
        int rows = sketch.chance().count(3, 5);
        for (int row = 0; row < rows; row++) {
            double y = .6 + row * (canvas.bottom - .6) / rows;
            int seats = (int) ((5 + rows - row) * (canvas.right - canvas.left));
            for (int i = 0; i < seats; i++) {
                double size = .28 / (5 + rows - row);
                chair(canvas, seat, canvas.left + (i + .5) * (canvas.right - canvas.left) / seats, y, size);
            }
        }
    }

    private static void chair(Canvas canvas, Color seat, double x, double y, double size) {
        canvas.line(Ink.COAL, size * .16, x - size * .8, y + size * 1.8, x - size * .8, y + size * 2.9);
        canvas.line(Ink.COAL, size * .16, x + size * .8, y + size * 1.8, x + size * .8, y + size * 2.9);
        canvas.round(seat, x - size, y, x + size, y + size * 1.45, size * .25);
        canvas.round(dark(seat, .7), x - size * 1.1, y + size * 1.35, x + size * 1.1, y + size * 2, size * .2);
    }

    static void convention(Sketch sketch) {
        var canvas = sketch.canvas();
        var colour = hall(sketch);
        sketch.fact(Fact.CROWD);
        int speakers = sketch.chance().count(1, 4);
        for (int i = 0; i < speakers; i++) {
            double x = .2 + .6 * (i + sketch.chance().between(.2, .8)) / speakers;
            People.standing(canvas, Person.formal(sketch), x, .47, .19, null, null);
        }
        boolean flags = sketch.chance().odds(.3);
        People.crowdFromBehind(sketch, .57, .98, sketch.chance().count(40, 65), .022, .045);
        if (flags) {
            sketch.fact(Fact.FLAGS);
            for (double x : new double[] {.15, .45, .75}) {
                DrawnThings.flag(
                        sketch,
                        x + sketch.chance().between(-.1, .1),
                        sketch.chance().between(.62, .9),
                        .2,
                        colour);
            }
        }
        People.crowdFromBehind(sketch, .98, canvas.bottom + .1, (int) (canvas.bottom * 12), .045, .06);
    }

    static void lectern(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        var colour = sketch.mainColour(
                Ink.RED, Ink.BLUE, Ink.GREEN, Ink.YELLOW, Ink.ORANGE, Ink.PURPLE, Ink.GREY, Ink.BLACK);
        canvas.gradient(dark(colour, .82), dark(colour, .62), canvas.top, .82);
        canvas.band(new Color(86, 66, 52), .82, canvas.bottom);
        sketch.fact(Fact.INDOORS, Fact.ONE_PERSON, Fact.MICROPHONE, Fact.STAGE, Fact.EVENT);
        if (chance.odds(.6)) {
            DrawnThings.slogan(sketch, .06, .06, .88, .1, light(colour, .75), 1);
            sketch.fact(Fact.TEXT);
        }
        if (chance.odds(.4)) {
            DrawnThings.logo(sketch, chance.of(.1, .9), .3, .07, light(colour, .6));
            sketch.fact(Fact.LOGO);
        }
        var person = Person.any(sketch);
        person.tellDress(sketch, true);
        double x = chance.between(.38, .62);
        People.standing(
                canvas,
                person,
                x,
                1.02,
                chance.between(.76, .84),
                new Hand(x - .19, .6),
                new Hand(x + .24, chance.between(.36, .6)));
        rostrum(canvas, x, .6, .17, .42);
        DrawnThings.logo(sketch, x, .79, .06, light(colour, .4));
        for (int i = 0; i < chance.count(1, 2); i++) {
            DrawnThings.microphone(canvas, x - .06 + i * .11, .51, .034);
        }
    }

    private static void rostrum(Canvas canvas, double x, double y, double half, double height) {
        var wood = new Color(124, 84, 54);
        canvas.shape(wood, x - half * .92, y, x + half * .92, y, x + half * .7, y + height, x - half * .7, y + height);
        canvas.rect(dark(wood, .7), x - half, y - half * .1, x + half, y + half * .14);
    }
}
