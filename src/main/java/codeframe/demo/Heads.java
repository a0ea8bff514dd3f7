package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.light;
import static codeframe.demo.Ink.sheer;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** Draws heads; the radius is about half the width of the face. */
final class Heads {
    private static final double TOO_SMALL_FOR_A_FACE = .028;
    private static final double LARGE = .05;

    private Heads() {}

    static void head(Canvas canvas, Person person, double x, double y, double r) {
        if (person.longHair()) {
            canvas.round(person.hair(), x - r * 1.12, y - r * .7, x + r * 1.12, y + r * 1.5, r * .7);
        }
        canvas.oval(dark(person.skin(), .94), x - r * .9, y + r * .15, r * .17, r * .25);
        canvas.oval(dark(person.skin(), .94), x + r * .9, y + r * .15, r * .17, r * .25);
        canvas.oval(person.skin(), x, y + r * .1, r * .9, r * 1.08);
        if (person.beard()) {
            var beard = canvas.under(x, y + r * .18, r * .9, r * 1.02, Arc2D.CHORD);
            canvas.fill(person.hair(), beard);
        }
        if (r >= TOO_SMALL_FOR_A_FACE) {
            face(canvas, person, x, y, r);
        }
        hair(canvas, person.hair(), x, y, r);
    }

    /** The cap of hair with its parting. */
    private static void hair(Canvas canvas, Color hair, double x, double y, double r) {
        var cap = new Path2D.Double();
        cap.moveTo(x - r * 1.02, y + r * .12);
        cap.curveTo(x - r * 1.2, y - r * 1.5, x + r * 1.2, y - r * 1.5, x + r * 1.02, y + r * .12);
        cap.curveTo(x + r * .9, y - r * .3, x + r * .6, y - r * .62, x + r * .2, y - r * .7);
        cap.curveTo(x - r * .1, y - r * .45, x - r * .8, y - r * .4, x - r * 1.02, y + r * .12);
        canvas.fill(hair, cap);
    }

    private static void face(Canvas canvas, Person person, double x, double y, double r) {
        for (int side = -1; side <= 1; side += 2) {
            eye(canvas, person, x + side * r * .36, y, r, side);
        }
        if (r > LARGE) {
            canvas.line(
                    dark(person.skin(), .78),
                    r * .07,
                    x,
                    y + r * .12,
                    x - r * .07,
                    y + r * .4,
                    x + r * .05,
                    y + r * .42);
        }
        if (person.smile()) {
            smile(canvas, person, x, y, r);
        } else {
            canvas.line(new Color(140, 62, 62), r * .1, x - r * .26, y + r * .7, x + r * .26, y + r * .7);
        }
    }

    private static void eye(Canvas canvas, Person person, double x, double y, double r, int side) {
        canvas.oval(Ink.PAPER, x, y, r * .18, r * .13);
        canvas.oval(Ink.COAL, x, y, r * .09, r * .12);
        double inner = x - side * r * .2;
        double outer = x + side * r * .22;
        double droop = person.smile() ? .06 : .0;
        canvas.line(
                dark(person.hair(), .7), r * .08, inner, y - r * (.27 + droop / 2), outer, y - r * (.27 - droop / 2));
        if (person.glasses()) {
            canvas.ring(Ink.COAL, r * .09, x, y + r * .02, r * .29, r * .24);
            canvas.line(Ink.COAL, r * .08, x - side * r * .29, y, x - side * r * .36, y);
        }
    }

    private static void smile(Canvas canvas, Person person, double x, double y, double r) {
        canvas.oval(sheer(new Color(226, 110, 100), 70), x - r * .52, y + r * .42, r * .18, r * .13);
        canvas.oval(sheer(new Color(226, 110, 100), 70), x + r * .52, y + r * .42, r * .18, r * .13);
        canvas.fill(new Color(150, 46, 50), canvas.under(x, y + r * .52, r * .42, r * .36, Arc2D.CHORD));
        canvas.fill(light(person.skin(), .9), canvas.under(x, y + r * .52, r * .34, r * .15, Arc2D.CHORD));
    }
}
