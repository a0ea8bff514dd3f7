package codeframe.demo;

import static codeframe.demo.Ink.dark;
import static codeframe.demo.Ink.light;

import codeframe.demo.Person.Dress;
import java.awt.Color;

/** One face that fills the picture: selfie and portrait. */
final class FaceScenes {
    private FaceScenes() {}

    static void selfie(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        sketch.fact(Fact.ONE_PERSON, Fact.FACE, Fact.NO_TEXT, Fact.NO_LOGO);
        surroundings(sketch);
        var person = Person.wearing(sketch, chance.of(Dress.TEE, Dress.TEE, Dress.SUIT, Dress.ROLLED, Dress.ROLLED));
        person.tellFace(sketch);
        person.tellDress(sketch, true);
        double r = chance.between(.18, .23);
        double x = chance.between(.42, .58);
        People.bust(canvas, person, x, chance.between(.36, .46), r);
        outstretchedArm(sketch, person, chance.of(-1, 1));
    }

    /** The arm that holds the telephone, large in the lower corner. */
    private static void outstretchedArm(Sketch sketch, Person person, int side) {
        var canvas = sketch.canvas();
        double shoulder = .5 + side * .16;
        double elbow = .5 + side * .31;
        double hand = .5 + side * .42;
        canvas.line(person.skin(), .13, shoulder, 1.02, elbow, .88, hand, .64);
        if (person.dress() == Dress.ROLLED) {
            canvas.line(person.cloth(), .16, shoulder, 1.08, elbow, .9);
            canvas.line(dark(person.cloth(), .66), .085, elbow - .085, .84, elbow + .085, .88);
            canvas.line(person.cloth(), .055, elbow - .085, .84, elbow + .085, .88);
        } else if (person.dress() == Dress.TEE) {
            canvas.line(person.cloth(), .18, shoulder, 1.06, shoulder + side * .05, 1.02);
        } else {
            canvas.line(person.cloth(), .16, shoulder, 1.04, elbow, .88, .5 + side * .39, .72);
        }
        if (sketch.chance().odds(.45)) {
            canvas.round(Ink.COAL, hand - .075, .47, hand + .075, .72, .02);
            canvas.round(new Color(88, 128, 176), hand - .062, .49, hand + .062, .7, .01);
            sketch.fact(Fact.PHONE);
        }
    }

    /** Somewhere outside or in a room. */
    static void surroundings(Sketch sketch) {
        var canvas = sketch.canvas();
        if (sketch.chance().odds(.5)) {
            sketch.fact(Fact.OUTDOORS);
            var weather = Places.sky(sketch, 1);
            if (sketch.chance().odds(.5)) {
                Places.town(sketch, .8, weather == Fact.NIGHT);
                canvas.band(
                        dark(sketch.near(new Color(140, 140, 140)), weather == Fact.NIGHT ? .5 : 1), .8, canvas.bottom);
            } else {
                canvas.band(
                        dark(sketch.near(new Color(92, 152, 82)), weather == Fact.NIGHT ? .5 : 1), .62, canvas.bottom);
                Places.trees(sketch, 4, .66, .78, .3, .5);
            }
        } else {
            sketch.fact(Fact.INDOORS);
            Places.room(sketch, .8);
            if (sketch.chance().odds(.5)) {
                canvas.rect(Ink.PAPER, .09, .09, .33, .43);
                canvas.rect(sketch.near(new Color(152, 192, 232)), .1, .1, .2, .42);
                canvas.rect(sketch.near(new Color(152, 192, 232)), .215, .1, .32, .42);
                sketch.fact(Fact.WINDOW);
            }
        }
    }

    static void portrait(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        var wall = sketch.mainColour(
                Ink.RED, Ink.BLUE, Ink.GREEN, Ink.YELLOW, Ink.ORANGE, Ink.PURPLE, Ink.GREY, Ink.WHITE, Ink.BLACK);
        canvas.gradient(light(wall, .08), dark(wall, .8), canvas.top, canvas.bottom);
        sketch.fact(Fact.ONE_PERSON, Fact.FACE, Fact.PLAIN, Fact.NO_TEXT, Fact.NO_LOGO);
        var person = Person.any(sketch);
        person.tellFace(sketch);
        person.tellDress(sketch, false);
        People.bust(canvas, person, chance.between(.44, .56), chance.between(.36, .44), chance.between(.15, .27));
    }
}
