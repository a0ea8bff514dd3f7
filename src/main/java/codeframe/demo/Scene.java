package codeframe.demo;

import java.awt.image.BufferedImage;
import java.util.EnumSet;

/**
 * Draws invented scenes of political communication. The same kind, size and seed give the same picture on every
 * machine: no font, no clock and no platform graphics take part.
 */
public final class Scene {
    private Scene() {}

    public static DrawnScene draw(Kind kind, int width, int height, long seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var facts = EnumSet.noneOf(Fact.class);
        try (var canvas = new Canvas(image)) {
            kind.paint(new Sketch(canvas, new SceneChance(seed * Kind.values().length + kind.ordinal()), facts));
            Fact.complete(facts);
            return new DrawnScene(kind, facts, canvas.lettered(), image);
        }
    }
}
