package codeframe.demo;

import java.awt.Color;
import java.util.List;

/** The colours that have a name. */
enum Ink {
    RED(new Color(206, 46, 48), Fact.RED),
    BLUE(new Color(36, 84, 186), Fact.BLUE),
    GREEN(new Color(42, 142, 76), Fact.GREEN),
    YELLOW(new Color(243, 203, 56), Fact.YELLOW),
    ORANGE(new Color(237, 132, 38), Fact.ORANGE),
    PURPLE(new Color(122, 58, 156), Fact.PURPLE),
    WHITE(new Color(242, 241, 236), Fact.WHITE),
    BLACK(new Color(32, 32, 36), Fact.BLACK),
    GREY(new Color(134, 136, 140), Fact.GREY),
    BROWN(new Color(126, 82, 48), Fact.BROWN);

    static final List<Ink> VIVID = List.of(RED, BLUE, GREEN, YELLOW, ORANGE, PURPLE);
    static final Color PAPER = new Color(250, 249, 245);
    static final Color COAL = new Color(28, 28, 32);

    private final Color colour;
    private final Fact fact;

    Ink(Color colour, Fact fact) {
        this.colour = colour;
        this.fact = fact;
    }

    Color colour() {
        return colour;
    }

    Fact fact() {
        return fact;
    }

    static Color dark(Color colour, double share) {
        return new Color(
                (int) (colour.getRed() * share), (int) (colour.getGreen() * share), (int) (colour.getBlue() * share));
    }

    static Color light(Color colour, double share) {
        return new Color(
                (int) (colour.getRed() + (255 - colour.getRed()) * share),
                (int) (colour.getGreen() + (255 - colour.getGreen()) * share),
                (int) (colour.getBlue() + (255 - colour.getBlue()) * share));
    }

    static Color sheer(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** Black or white, whichever can be read on the ground. */
    static Color readableOn(Color ground) {
        double luminance = .3 * ground.getRed() + .59 * ground.getGreen() + .11 * ground.getBlue();
        return luminance > 140 ? COAL : PAPER;
    }
}
