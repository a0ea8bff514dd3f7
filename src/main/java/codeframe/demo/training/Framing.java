package codeframe.demo.training;

import codeframe.demo.DrawnScene;
import codeframe.demo.Fact;
import codeframe.demo.Kind;
import codeframe.demo.Scene;
import codeframe.demo.SceneChance;
import java.awt.image.BufferedImage;
import java.util.EnumSet;

/**
 * Turns a drawing into the model's square as people's pictures reach it: nearer or farther, off the middle, squeezed,
 * with borders of any colour, brighter or darker, sometimes without colour.
 */
final class Framing {
    static final int SIZE = 96;
    private static final double[][] SHAPES = {
        {1, 1}, {1, 1}, {1, 1}, {1, 1.25}, {1, 1.5}, {1.34, 1}, {1.5, 1}, {1, 1.78}
    };
    private static final int SAMPLES = 2;

    private final SceneChance chance;

    Framing(SceneChance chance) {
        this.chance = chance;
    }

    /** A fresh drawing in one of the usual shapes, as of photographs and posts. */
    static DrawnScene fresh(Kind kind, long seed, SceneChance chance) {
        double shorter = chance.between(110, 160);
        var shape = chance.of(SHAPES);
        return Scene.draw(kind, (int) (shorter * shape[0]), (int) (shorter * shape[1]), seed);
    }

    /** Three planes of bytes: red, green, blue. */
    byte[] bytes(DrawnScene drawing) {
        var image = drawing.image();
        boolean framed = chance.odds(.6);
        double zoom = framed ? chance.between(.6, 1.22) : chance.between(.94, 1.1);
        double squeeze = framed ? chance.between(.85, 1.18) : 1;
        boolean mirror = readsBothWays(drawing) && chance.odds(.5);
        int shorter = Math.min(image.getWidth(), image.getHeight());
        double stepX = shorter / (SIZE * zoom) * Math.sqrt(squeeze) * (mirror ? -1 : 1);
        double stepY = shorter / (SIZE * zoom) / Math.sqrt(squeeze);
        double shift = framed ? .1 : .04;
        double x = image.getWidth() / 2.0 + chance.between(-shift, shift) * shorter;
        double y = image.getHeight() / 2.0 + chance.between(-shift, shift) * shorter;
        return coloured(sampled(image, x, y, stepX, stepY));
    }

    private static boolean readsBothWays(DrawnScene drawing) {
        return drawing.facts().contains(Fact.NO_TEXT)
                && !EnumSet.of(Kind.COLLAGE).contains(drawing.kind());
    }

    private float[] sampled(BufferedImage image, double x, double y, double stepX, double stepY) {
        int border = chance.odds(.3) ? 0xFFFFFF : chance.odds(.3) ? 0 : chance.count(0, 0xFFFFFF);
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var planes = new float[3 * SIZE * SIZE];
        for (int row = 0; row < SIZE * SAMPLES; row++) {
            int sourceY = (int) Math.floor(y + ((row + .5) / SAMPLES - SIZE / 2.0) * stepY);
            for (int column = 0; column < SIZE * SAMPLES; column++) {
                int sourceX = (int) Math.floor(x + ((column + .5) / SAMPLES - SIZE / 2.0) * stepX);
                boolean inside =
                        sourceX >= 0 && sourceY >= 0 && sourceX < image.getWidth() && sourceY < image.getHeight();
                int rgb = inside ? pixels[sourceY * image.getWidth() + sourceX] : border;
                int at = row / SAMPLES * SIZE + column / SAMPLES;
                planes[at] += (rgb >> 16 & 255) / 255f / (SAMPLES * SAMPLES);
                planes[at + SIZE * SIZE] += (rgb >> 8 & 255) / 255f / (SAMPLES * SAMPLES);
                planes[at + 2 * SIZE * SIZE] += (rgb & 255) / 255f / (SAMPLES * SAMPLES);
            }
        }
        return planes;
    }

    private byte[] coloured(float[] planes) {
        boolean grey = chance.odds(.08);
        float contrast = (float) chance.between(.8, 1.18);
        float grain = (float) chance.between(0, .05);
        int plane = SIZE * SIZE;
        var bytes = new byte[3 * plane];
        var offset = new float[] {tint(), tint(), tint()};
        for (int i = 0; i < plane; i++) {
            float noise = grain * (float) chance.between(-1, 1);
            float brightness = .299f * planes[i] + .587f * planes[i + plane] + .114f * planes[i + 2 * plane];
            for (int c = 0; c < 3; c++) {
                float value = (grey ? brightness : planes[i + c * plane]) * contrast + noise + (grey ? 0 : offset[c]);
                bytes[i + c * plane] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
            }
        }
        return bytes;
    }

    private float tint() {
        return (float) chance.between(-.04, .04);
    }
}
