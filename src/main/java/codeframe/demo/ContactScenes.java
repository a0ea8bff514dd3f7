package codeframe.demo;

import static codeframe.demo.Ink.readableOn;

import codeframe.demo.People.Hand;
import codeframe.demo.Person.Dress;
import java.awt.Color;

/** People meeting people: handshake, talk in the street, protest. */
final class ContactScenes {
    private ContactScenes() {}

    static void handshake(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        FaceScenes.surroundings(sketch);
        sketch.fact(Fact.TWO_PEOPLE, Fact.CONTACT, Fact.NO_TEXT, Fact.NO_LOGO);
        var dress = chance.of(Dress.SUIT, Dress.TEE, Dress.ROLLED, Dress.SHIRT);
        var one = Person.wearing(sketch, dress);
        var other = Person.wearing(sketch, dress);
        one.tellDress(sketch, true);
        double height = chance.between(.76, .88);
        double middle = chance.between(.46, .54);
        double reach = .98 - height * .47;
        People.standing(canvas, one, middle - .23, .98, height, null, new Hand(middle - .01, reach));
        People.standing(
                canvas, other, middle + .23, .98, height * chance.between(.93, 1), new Hand(middle + .01, reach), null);
        canvas.oval(one.skin(), middle, reach, .032, .028);
    }

    static void streetTalk(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        Places.sky(sketch, .5, chance.of(Fact.SUNNY, Fact.CLOUDY));
        Places.town(sketch, .66, false);
        canvas.gradient(sketch.near(new Color(158, 156, 152)), new Color(132, 130, 128), .62, canvas.bottom);
        sketch.fact(Fact.OUTDOORS, Fact.GROUP, Fact.CONTACT, Fact.NO_TEXT, Fact.NO_LOGO);
        var dress = chance.of(Dress.SUIT, Dress.TEE, Dress.ROLLED, Dress.ROLLED);
        var person = Person.wearing(sketch, dress);
        person.tellDress(sketch, true);
        int others = chance.count(3, 5);
        double x = chance.between(.14, .2);
        for (int i = 0; i < others; i++) {
            var theirs = dress == Dress.ROLLED
                    ? chance.of(Dress.ROLLED, Dress.TEE)
                    : dress == Dress.SUIT ? chance.of(Dress.SUIT, Dress.TEE) : Dress.TEE;
            People.standing(
                    canvas,
                    Person.wearing(sketch, theirs),
                    x + .17 + (i + .3) * .62 / others,
                    chance.between(.88, .97),
                    chance.between(.5, .58),
                    null,
                    null);
        }
        People.standing(canvas, person, x, .98, .68, null, new Hand(x + .17, chance.between(.54, .62)));
    }

    static void protest(Sketch sketch) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        var weather = Places.sky(sketch, .5);
        Places.town(sketch, .5, weather == Fact.NIGHT);
        canvas.band(sketch.near(new Color(116, 116, 120)), .48, canvas.bottom);
        sketch.fact(Fact.OUTDOORS, Fact.CROWD, Fact.SIGNS, Fact.TEXT);
        People.crowdFromFront(sketch, .5, .72, 30, .025, .035);
        signs(sketch, chance.count(3, 5), .32, .5);
        People.crowdFromFront(sketch, .74, .98, chance.count(14, 22), .04, .06);
        signs(sketch, chance.count(1, 3), .5, .66);
        if (chance.odds(.4)) {
            canvas.rect(Ink.PAPER, .08, .8, .92, .94);
            DrawnThings.slogan(sketch, .13, .835, .74, .075, new Color(190, 34, 34), 1);
        }
    }

    private static void signs(Sketch sketch, int signs, double y0, double y1) {
        var canvas = sketch.canvas();
        var chance = sketch.chance();
        for (int i = 0; i < signs * (canvas.right - canvas.left); i++) {
            double x = chance.between(canvas.left + .02, canvas.right - .22);
            double y = chance.between(y0, y1);
            double width = chance.between(.15, .24);
            var paper = sketch.near(chance.of(
                    Ink.PAPER,
                    new Color(250, 230, 94),
                    new Color(220, 64, 54),
                    new Color(240, 240, 220),
                    new Color(122, 190, 122)));
            canvas.line(new Color(122, 92, 62), .014, x + width / 2, y, x + width / 2, y + .25);
            canvas.rect(paper, x, y - .07, x + width, y + .07);
            Lettering.write(canvas, readableOn(paper), DrawnThings.word(sketch), x + .02, y - .035, .07, width - .04);
        }
    }
}
