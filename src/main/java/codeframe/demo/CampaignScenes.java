package codeframe.demo;

import static codeframe.demo.Ink.light;
import static codeframe.demo.Ink.readableOn;

import codeframe.demo.People.Hand;
import codeframe.demo.Person.Dress;
import java.awt.Color;

/** What campaigns print: posters and flyers. */
final class CampaignScenes {
    private static final Color[] TABLES = {
        new Color(152, 106, 66), new Color(192, 192, 186), new Color(96, 98, 104), new Color(206, 182, 142)
    };

    private CampaignScenes() {}

    static void poster(Sketch sketch) {
        var canvas = sketch.canvas();
        var ground = sketch.mainColour(
                Ink.RED, Ink.BLUE, Ink.GREEN, Ink.YELLOW, Ink.ORANGE, Ink.PURPLE, Ink.WHITE, Ink.BLACK);
        canvas.gradient(light(ground, .12), ground, canvas.top, canvas.bottom);
        sketch.fact(Fact.TEXT, Fact.LOGO, Fact.ONE_PERSON, Fact.MATERIAL);
        var person = Person.wearing(
                sketch, sketch.chance().of(Dress.SUIT, Dress.SUIT, Dress.TEE, Dress.ROLLED, Dress.ROLLED, Dress.SHIRT));
        var accent = sketch.vivid();
        switch (sketch.chance().count(0, 2)) {
            case 0 -> faceAboveName(sketch, person, ground, accent);
            case 1 -> faceBesideSlogan(sketch, person, ground, accent);
            default -> halfFigure(sketch, person, ground, accent);
        }
    }

    private static void faceAboveName(Sketch sketch, Person person, Color ground, Color accent) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        People.bust(canvas, person, chance.between(.35, .65), chance.between(.26, .34), chance.between(.12, .16));
        canvas.band(ground, .64, canvas.bottom);
        canvas.band(accent, .63, .645);
        DrawnThings.slogan(sketch, .06, .69, .86, chance.between(.1, .14), readableOn(ground), 2);
        DrawnThings.logo(sketch, .9, .09, .06, accent);
        person.tellDress(sketch, false);
    }

    private static void faceBesideSlogan(Sketch sketch, Person person, Color ground, Color accent) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        People.bust(canvas, person, chance.between(.68, .78), chance.between(.46, .52), chance.between(.11, .15));
        DrawnThings.slogan(sketch, .05, .07, .88, chance.between(.12, .15), readableOn(ground), 2);
        canvas.band(accent, .86, canvas.bottom);
        Lettering.write(canvas, readableOn(accent), DrawnThings.word(sketch), .06, .89, .075, .8);
        DrawnThings.logo(sketch, .14, .7, .08, accent);
        person.tellDress(sketch, false);
    }

    /** The candidate with hands on the hips, so that the sleeves are seen. */
    private static void halfFigure(Sketch sketch, Person person, Color ground, Color accent) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        double x = chance.between(.27, .33);
        People.torso(canvas, person, x, .53, .3, .6);
        People.arm(canvas, person, x - .13, .58, new Hand(x - .12, .92), .085, -4);
        People.arm(canvas, person, x + .13, .58, new Hand(x + .12, .92), .085, 4);
        Heads.head(canvas, person, x, .4, .105);
        canvas.band(accent, canvas.top, .22);
        DrawnThings.slogan(sketch, .06, .06, .88, .11, readableOn(accent), 1);
        DrawnThings.slogan(sketch, .56, .34, .4, .1, readableOn(ground), 3);
        DrawnThings.logo(sketch, .85, .88, .07, accent);
        person.tellDress(sketch, true);
    }

    static void flyers(Sketch sketch) {
        var canvas = sketch.canvas();
        var table = sketch.near(sketch.chance().of(TABLES));
        canvas.gradient(light(table, .1), table, canvas.top, canvas.bottom);
        sketch.fact(Fact.TEXT, Fact.NO_PEOPLE, Fact.MATERIAL);
        int sheets = (int) (sketch.chance().count(4, 8) * (canvas.right - canvas.left) * (canvas.bottom - canvas.top));
        for (int i = 0; i < sheets; i++) {
            double x = sketch.chance().between(canvas.left - .05, canvas.right - .25);
            double y = sketch.chance().between(canvas.top - .05, canvas.bottom - .35);
            flyer(sketch, canvas.turned(x + .15, y + .2, sketch.chance().between(-35, 35)));
        }
    }

    /** One sheet about the middle of its own canvas: heading, perhaps a face, small print. */
    private static void flyer(Sketch sketch, Canvas sheet) {
        var chance = sketch.chance();
        double width = chance.between(.26, .36) / 2;
        double height = chance.between(.36, .48) / 2;
        var colour = sketch.vivid();
        sheet.rect(Ink.sheer(Color.BLACK, 60), -width + .012, -height + .014, width + .012, height + .014);
        sheet.rect(Ink.PAPER, -width, -height, width, height);
        sheet.rect(colour, -width, -height, width, -height * .4);
        Lettering.write(
                sheet, readableOn(colour), DrawnThings.word(sketch), -width * .85, -height * .82, .06, width * 1.7);
        if (chance.odds(.6)) {
            Heads.head(sheet, Person.any(sketch), width * .45, -height * .02, width * .3);
            DrawnThings.print(sketch, sheet, -width * .85, -height * .25, 0, height * .25, new Color(80, 80, 84), 3);
        }
        DrawnThings.print(
                sketch, sheet, -width * .85, height * .36, width * .85, height * .92, new Color(80, 80, 84), 4);
    }
}
