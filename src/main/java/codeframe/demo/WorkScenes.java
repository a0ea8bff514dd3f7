package codeframe.demo;

import static codeframe.demo.Ink.dark;

import java.awt.Color;
import java.awt.geom.Arc2D;

/** Where work is done: parliament and factory. */
final class WorkScenes {
    private static final Color[] SEATS = {
        new Color(72, 92, 160), new Color(132, 62, 52), new Color(92, 72, 140), new Color(52, 112, 92)
    };
    private static final Color[] MACHINES = {
        new Color(72, 122, 92), new Color(190, 152, 44), new Color(72, 92, 142), new Color(122, 122, 128)
    };

    private WorkScenes() {}

    static void parliament(Sketch sketch) {
        var canvas = sketch.canvas();
        Places.room(sketch, .4, sketch.near(new Color(202, 192, 172)));
        canvas.band(sketch.near(new Color(152, 132, 108)), .38, canvas.bottom);
        canvas.oval(sketch.near(new Color(62, 62, 68)), .5, .16, .1, .1);
        canvas.oval(new Color(200, 172, 84), .5, .16, .07, .07);
        canvas.rect(new Color(112, 78, 48), .34, .28, .66, .4);
        canvas.rect(new Color(92, 62, 38), .44, .24, .56, .33);
        boolean full = sketch.chance().odds(.6);
        sketch.fact(Fact.INDOORS, full ? Fact.CROWD : Fact.NO_PEOPLE, Fact.NO_TEXT, Fact.NO_LOGO);
        var seat = sketch.near(sketch.chance().of(SEATS));
        int rows = 4 + (int) ((canvas.right - 1) / .16);
        for (int row = 0; row < rows; row++) {
            tier(sketch, row, seat, full);
        }
    }

    /** One half circle of seats about the rostrum. */
    private static void tier(Sketch sketch, int row, Color seat, boolean full) {
        var canvas = sketch.canvas();
        double rx = .3 + row * .16;
        double ry = .14 + row * .14;
        canvas.draw(new Color(104, 74, 48), .034, canvas.under(.5, .42, rx, ry, Arc2D.OPEN));
        int seats = 8 + row * 3;
        for (int i = 0; i < seats; i++) {
            double angle = StrictMath.PI * (i + .5) / seats;
            double x = .5 + rx * StrictMath.cos(angle);
            double y = .45 + ry * StrictMath.sin(angle);
            canvas.round(seat, x - .021, y, x + .021, y + .046, .008);
            if (full && sketch.chance().odds(.7)) {
                canvas.round(sketch.near(new Color(46, 48, 62)), x - .021, y + .004, x + .021, y + .044, .015);
                canvas.oval(Person.someHair(sketch), x, y - .012, .015, .018);
            }
        }
    }

    static void factory(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        Places.room(sketch, .66, sketch.near(new Color(152, 158, 164)));
        sketch.fact(Fact.INDOORS, Fact.NO_TEXT, Fact.NO_LOGO);
        var girder = new Color(96, 98, 104);
        canvas.line(girder, .02, canvas.left, .16, canvas.right, .16);
        for (double x = -.6; x < 1.6; x += .25) {
            canvas.line(girder, .014, x, 0, x + .125, .16, x + .25, 0);
        }
        var paint = sketch.near(chance.of(MACHINES));
        int machines = chance.count(2, 4);
        for (int i = 0; i < machines; i++) {
            machine(sketch, (i + .5) / machines + chance.between(-.04, .04), chance.between(.22, .38), paint);
        }
        belt(sketch);
        int people = chance.odds(.35) ? 0 : chance.count(1, 2);
        sketch.fact(new Fact[] {Fact.NO_PEOPLE, Fact.ONE_PERSON, Fact.TWO_PEOPLE}[people]);
        var dress = chance.of(Person.Dress.TEE, Person.Dress.ROLLED, Person.Dress.ROLLED, Person.Dress.SUIT);
        for (int i = 0; i < people; i++) {
            worker(sketch, Person.wearing(sketch, dress), chance.between(.2, .36) + i * .42, i == 0);
        }
    }

    private static void machine(Sketch sketch, double x, double height, Color paint) {
        var canvas = sketch.canvas();
        canvas.round(sketch.near(paint, 10), x - .1, .72 - height, x + .1, .76, .015);
        canvas.oval(new Color(62, 62, 68), x, .72 - height * .6, .055, .055);
        canvas.oval(new Color(172, 172, 176), x, .72 - height * .6, .025, .025);
        canvas.rect(new Color(232, 202, 64), x - .07, .66, x + .07, .7);
        canvas.oval(new Color(206, 50, 44), x - .06, .72 - height * .88, .012, .012);
        canvas.oval(new Color(70, 180, 90), x - .03, .72 - height * .88, .012, .012);
    }

    private static void belt(Sketch sketch) {
        var canvas = sketch.canvas();
        canvas.band(new Color(52, 52, 58), .8, .87);
        for (double x = canvas.left; x < canvas.right; x += .1) {
            canvas.oval(new Color(132, 132, 136), x, .87, .025, .025);
        }
        for (double x = canvas.left; x < canvas.right; x += .33) {
            double box = x + sketch.chance().between(0, .2);
            var card = sketch.near(new Color(172, 124, 74));
            canvas.rect(card, box, .72, box + .1, .8);
            canvas.rect(dark(card, .8), box + .04, .72, box + .06, .8);
        }
    }

    private static void worker(Sketch sketch, Person person, double x, boolean first) {
        double height = .66;
        double r = height * .092;
        double y = .99 - height + r * 1.25;
        People.standing(sketch.canvas(), person, x, .99, height, null, null);
        var helmet = new Color(246, 202, 36);
        sketch.canvas()
                .shape(
                        helmet,
                        x - r * 1.05,
                        y - r * .25,
                        x - r * .9,
                        y - r * .85,
                        x - r * .4,
                        y - r * 1.25,
                        x + r * .4,
                        y - r * 1.25,
                        x + r * .9,
                        y - r * .85,
                        x + r * 1.05,
                        y - r * .25);
        sketch.canvas().line(dark(helmet, .85), r * .2, x - r * 1.3, y - r * .25, x + r * 1.3, y - r * .25);
        sketch.fact(Fact.HELMET);
        if (first) {
            person.tellDress(sketch, true);
        }
    }
}
