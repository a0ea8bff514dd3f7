package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.light;

import codeframe.demo.People.Hand;
import codeframe.demo.Person.Dress;
import java.awt.Color;

/** A meal and a living room. */
final class EverydayScenes {
    private static final Color[] CLOTHS = {
        new Color(152, 104, 66),
        new Color(230, 226, 216),
        new Color(64, 64, 70),
        new Color(190, 64, 62),
        new Color(92, 132, 162)
    };
    private static final Color[] DISHES = {
        new Color(200, 54, 44),
        new Color(92, 162, 64),
        new Color(226, 182, 84),
        new Color(142, 84, 44),
        new Color(240, 222, 164),
        new Color(230, 122, 44)
    };

    private EverydayScenes() {}

    static void food(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        var cloth = sketch.near(chance.of(CLOTHS));
        canvas.gradient(light(cloth, .06), cloth, canvas.top, canvas.bottom);
        sketch.fact(Fact.NO_PEOPLE, Fact.TABLE, Fact.NO_TEXT, Fact.NO_LOGO);
        double x = chance.between(.44, .56);
        double y = chance.between(.46, .56);
        double r = chance.between(.28, .35);
        canvas.oval(Ink.sheer(Color.BLACK, 50), x + .015, y + .025, r, r * .96);
        canvas.oval(new Color(249, 249, 247), x, y, r, r * .95);
        canvas.oval(new Color(232, 232, 230), x, y, r * .76, r * .71);
        int bites = chance.count(6, 14);
        for (int i = 0; i < bites; i++) {
            bite(sketch, x + chance.between(-.48, .48) * r, y + chance.between(-.42, .42) * r);
        }
        cutlery(canvas, x - r - .07, x + r + .07, y);
        if (chance.odds(.5)) {
            double glass = chance.of(.1, .88);
            canvas.oval(new Color(222, 232, 242), glass, .14, .09, .09);
            canvas.oval(
                    sketch.near(chance.of(new Color(152, 62, 34), new Color(232, 182, 64), new Color(122, 24, 44))),
                    glass,
                    .14,
                    .07,
                    .07);
            sketch.fact(Fact.DRINK);
        }
    }

    private static void bite(Sketch sketch, double x, double y) {
        var dish = sketch.near(sketch.chance().of(DISHES));
        double rx = sketch.chance().between(.035, .1);
        double ry = sketch.chance().between(.03, .075);
        sketch.canvas().oval(dark(dish, .8), x, y + .008, rx, ry);
        sketch.canvas().oval(dish, x, y, rx, ry);
        sketch.canvas().oval(light(dish, .35), x - rx * .3, y - ry * .35, rx * .3, ry * .22);
    }

    private static void cutlery(Canvas canvas, double fork, double knife, double y) {
        var steel = new Color(188, 190, 196);
        canvas.line(steel, .02, fork, y - .08, fork, y + .2);
        for (int tine = -1; tine <= 1; tine++) {
            canvas.line(steel, .009, fork + tine * .018, y - .2, fork + tine * .018, y - .1, fork, y - .07);
        }
        canvas.line(steel, .02, knife, y + .02, knife, y + .2);
        canvas.line(steel, .032, knife, y - .18, knife, y);
    }

    static void home(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        Places.room(sketch, .72);
        sketch.fact(Fact.INDOORS, Fact.NO_TEXT, Fact.NO_LOGO);
        var cover = sketch.mainColour(
                Ink.RED, Ink.BLUE, Ink.GREEN, Ink.YELLOW, Ink.ORANGE, Ink.PURPLE, Ink.BROWN, Ink.GREY);
        furnish(sketch);
        double x = chance.between(.38, .54);
        sofa(canvas, cover, x);
        int people = chance.of(0, 1, 1, 2);
        sketch.fact(new Fact[] {Fact.NO_PEOPLE, Fact.ONE_PERSON, Fact.TWO_PEOPLE}[people]);
        var dress = chance.of(Dress.TEE, Dress.ROLLED, Dress.ROLLED, Dress.SUIT);
        for (int i = 0; i < people; i++) {
            var person = Person.wearing(sketch, dress);
            if (i == 0) {
                person.tellDress(sketch, true);
            }
            sitting(canvas, person, x + (i - (people - 1) / 2.0) * .28);
        }
    }

    private static void furnish(Sketch sketch) {
        var canvas = sketch.canvas();
        if (sketch.chance().odds(.6)) {
            canvas.rect(Ink.PAPER, .07, .09, .33, .43);
            canvas.rect(new Color(162, 204, 236), .085, .105, .195, .415);
            canvas.rect(new Color(162, 204, 236), .21, .105, .315, .415);
            sketch.fact(Fact.WINDOW);
        }
        if (sketch.chance().odds(.6)) {
            canvas.rect(sketch.near(new Color(202, 172, 122)), .55, .14, .78, .34);
            canvas.rect(sketch.near(new Color(92, 142, 152), 40), .57, .16, .76, .32);
        }
        if (sketch.chance().odds(.6)) {
            canvas.line(new Color(82, 72, 62), .015, .93, .4, .93, .88);
            canvas.shape(new Color(252, 228, 156), .87, .42, .99, .42, .96, .29, .9, .29);
            sketch.fact(Fact.LAMP);
        }
    }

    private static void sofa(Canvas canvas, Color cover, double x) {
        canvas.round(cover, x - .3, .5, x + .3, .78, .05);
        canvas.round(dark(cover, .92), x - .3, .7, x + .3, .86, .03);
        canvas.round(dark(cover, .82), x - .36, .58, x - .25, .88, .04);
        canvas.round(dark(cover, .82), x + .25, .58, x + .36, .88, .04);
    }

    private static void sitting(Canvas canvas, Person person, double x) {
        canvas.line(person.trousers(), .085, x - .055, .76, x - .06, .94);
        canvas.line(person.trousers(), .085, x + .055, .76, x + .06, .94);
        People.torso(canvas, person, x, .46, .2, .3);
        People.arm(canvas, person, x - .09, .5, new Hand(x - .035, .74), .056, -2);
        People.arm(canvas, person, x + .09, .5, new Hand(x + .035, .74), .056, 2);
        Heads.head(canvas, person, x, .37, .075);
    }
}
