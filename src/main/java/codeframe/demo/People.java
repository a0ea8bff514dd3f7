package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.sheer;

import codeframe.demo.Person.Dress;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;

/** Draws bodies, whole people and crowds. */
final class People {
    private People() {}

    /** A place that a hand reaches for. */
    record Hand(double x, double y) {}

    /** From head to foot; each hand reaches for its place, or hangs down when that is null. */
    static void standing(Canvas canvas, Person person, double x, double foot, double height, Hand left, Hand right) {
        double r = height * .092;
        double top = foot - height + r * 2.45;
        double width = height * .27;
        double tall = height * .36;
        canvas.oval(sheer(Color.BLACK, 50), x, foot, width * .75, height * .025);
        for (int side = -1; side <= 1; side += 2) {
            double leg = x + side * width * .22;
            canvas.line(
                    person.trousers(),
                    width * .34,
                    leg,
                    top + tall * .92,
                    leg + side * width * .04,
                    foot - height * .03);
            canvas.round(
                    Ink.COAL,
                    leg - width * .17 + side * width * .06,
                    foot - height * .04,
                    leg + width * .2 + side * width * .06,
                    foot,
                    width * .08);
        }
        torso(canvas, person, x, top, width, tall);
        double reach = top + tall * .98;
        arm(canvas, person, x - width * .43, top + tall * .1, hand(left, x - width * .66, reach), width * .24, -1);
        arm(canvas, person, x + width * .43, top + tall * .1, hand(right, x + width * .66, reach), width * .24, 1);
        Heads.head(canvas, person, x, foot - height + r * 1.25, r);
    }

    private static Hand hand(Hand wanted, double x, double y) {
        return wanted == null ? new Hand(x, y) : wanted;
    }

    /** Head and shoulders, as large as the radius of the face says. */
    static void bust(Canvas canvas, Person person, double x, double y, double r) {
        torso(canvas, person, x, y + r * 1.45, r * 3.7, r * 4.2);
        Heads.head(canvas, person, x, y, r);
    }

    static void torso(Canvas canvas, Person person, double x, double y, double width, double height) {
        canvas.line(dark(person.skin(), .88), width * .2, x, y - height * .08, x, y + height * .03);
        canvas.shape(
                person.cloth(),
                x - width * .2,
                y,
                x + width * .2,
                y,
                x + width * .4,
                y + height * .05,
                x + width * .5,
                y + height * .16,
                x + width * .44,
                y + height,
                x - width * .44,
                y + height,
                x - width * .5,
                y + height * .16,
                x - width * .4,
                y + height * .05);
        if (person.dress() == Dress.SUIT) {
            suit(canvas, person, x, y, width, height);
        } else if (person.dress() == Dress.TEE) {
            canvas.oval(person.skin(), x, y, width * .17, height * .07);
        } else {
            shirt(canvas, person, x, y, width, height);
        }
    }

    private static void suit(Canvas canvas, Person person, double x, double y, double width, double height) {
        canvas.shape(Ink.PAPER, x - width * .18, y, x + width * .18, y, x, y + height * .62);
        canvas.shape(
                person.tie(),
                x - width * .05,
                y + height * .02,
                x + width * .05,
                y + height * .02,
                x + width * .075,
                y + height * .42,
                x,
                y + height * .52,
                x - width * .075,
                y + height * .42);
        canvas.line(dark(person.cloth(), .6), width * .025, x - width * .2, y, x, y + height * .62, x + width * .2, y);
        canvas.line(dark(person.cloth(), .6), width * .02, x, y + height * .62, x, y + height);
    }

    private static void shirt(Canvas canvas, Person person, double x, double y, double width, double height) {
        var seam = dark(person.cloth(), .78);
        canvas.shape(person.skin(), x - width * .14, y, x + width * .14, y, x, y + height * .17);
        canvas.line(seam, width * .03, x - width * .2, y, x, y + height * .19, x + width * .2, y);
        canvas.line(seam, width * .025, x, y + height * .19, x, y + height);
        for (double button = .3; button < 1; button += .2) {
            canvas.oval(seam, x, y + height * button, width * .025, width * .025);
        }
    }

    /** Shoulder, elbow, hand; the sleeve ends where the dress says. */
    static void arm(Canvas canvas, Person person, double x, double y, Hand hand, double width, int side) {
        double dx = hand.x() - x;
        double dy = hand.y() - y;
        double bend = side * .16;
        double elbowX = x + dx * .5 + dy * bend;
        double elbowY = y + dy * .5 - dx * bend;
        canvas.line(person.skin(), width * .82, x, y, elbowX, elbowY, hand.x(), hand.y());
        canvas.oval(person.skin(), hand.x(), hand.y(), width * .56, width * .56);
        if (person.dress() == Dress.TEE) {
            canvas.line(person.cloth(), width * 1.1, x, y, x + (elbowX - x) * .6, y + (elbowY - y) * .6);
        } else if (person.dress() == Dress.ROLLED) {
            canvas.line(person.cloth(), width * 1.05, x, y, elbowX, elbowY);
            cuff(canvas, person, x, y, elbowX, elbowY, width);
        } else {
            double wristX = elbowX + (hand.x() - elbowX) * .8;
            double wristY = elbowY + (hand.y() - elbowY) * .8;
            canvas.line(person.cloth(), width, x, y, elbowX, elbowY, wristX, wristY);
            canvas.line(dark(person.cloth(), .85), width * .12, x, y + width * .5, elbowX, elbowY);
        }
    }

    /** The roll above the elbow: wider than the sleeve and edged, so that it can be seen on a thumbnail. */
    private static void cuff(Canvas canvas, Person person, double x, double y, double toX, double toY, double width) {
        double length = Math.max(1e-6, Math.sqrt((toX - x) * (toX - x) + (toY - y) * (toY - y)));
        double acrossX = -(toY - y) / length * width * .72;
        double acrossY = (toX - x) / length * width * .72;
        canvas.line(dark(person.cloth(), .66), width * .62, toX - acrossX, toY - acrossY, toX + acrossX, toY + acrossY);
        canvas.line(person.cloth(), width * .4, toX - acrossX, toY - acrossY, toX + acrossX, toY + acrossY);
    }

    /** People seen from behind, the nearer ones lower, larger and in front. */
    static void crowdFromBehind(Sketch sketch, double y0, double y1, int people, double small, double large) {
        for (var at : places(sketch, y0, y1, people)) {
            double r = small + (large - small) * (at.y() - y0) / Math.max(.01, y1 - y0);
            shoulders(sketch, at, r);
            sketch.canvas().oval(Person.someHair(sketch), at.x(), at.y(), r, r * 1.15);
            if (sketch.chance().odds(.15)) {
                raisedArm(sketch, at, r);
            }
        }
    }

    static void crowdFromFront(Sketch sketch, double y0, double y1, int people, double small, double large) {
        for (var at : places(sketch, y0, y1, people)) {
            double r = small + (large - small) * (at.y() - y0) / Math.max(.01, y1 - y0);
            shoulders(sketch, at, r);
            Heads.head(sketch.canvas(), Person.any(sketch), at.x(), at.y(), r);
        }
    }

    private static ArrayList<Hand> places(Sketch sketch, double y0, double y1, int people) {
        var canvas = sketch.canvas();
        var places = new ArrayList<Hand>();
        int all = (int) (people * (canvas.right - canvas.left));
        for (int i = 0; i < all; i++) {
            places.add(new Hand(
                    sketch.chance().between(canvas.left, canvas.right),
                    sketch.chance().between(y0, y1)));
        }
        places.sort(Comparator.comparingDouble(Hand::y));
        return places;
    }

    private static void shoulders(Sketch sketch, Hand at, double r) {
        var coat = sketch.near(sketch.chance().of(Ink.values()).colour(), 30);
        sketch.canvas().round(coat, at.x() - r * 1.9, at.y() + r * .9, at.x() + r * 1.9, at.y() + r * 6, r * 1.3);
    }

    private static void raisedArm(Sketch sketch, Hand at, double r) {
        var skin = Person.someSkin(sketch);
        sketch.canvas().line(skin, r * .6, at.x() + r, at.y() + r * 1.6, at.x() + r * 1.8, at.y() - r * 1.6);
        if (sketch.chance().odds(.4)) {
            sketch.canvas().rect(Ink.COAL, at.x() + r * 1.4, at.y() - r * 2.8, at.x() + r * 2.3, at.y() - r * 1.5);
        }
    }
}
