package codeframe.llm.ask;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.Variable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** A shape in a colour: small, of no copyright and nobody's privacy, and recognised by chance in one of nine cases. */
public record CheckDrawing(Shape shape, Paint paint) {
    static final int EDGE = 256;

    public enum Shape {
        CIRCLE,
        SQUARE,
        TRIANGLE
    }

    public enum Paint {
        RED(new Color(0xd32f2f)),
        GREEN(new Color(0x2e7d32)),
        BLUE(new Color(0x1565c0));

        private final Color color;

        Paint(Color color) {
            this.color = color;
        }
    }

    static final Codebook CODEBOOK = new Codebook(
            "Drawing",
            "",
            "en",
            List.of(
                    Variable.choice("shape", "Shape", categories(Shape.values())),
                    Variable.choice("colour", "Colour of the shape", categories(Paint.values()))));

    private static List<Category> categories(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> Category.of(word(value), word(value)))
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static CheckDrawing any(RandomGenerator random) {
        return new CheckDrawing(
                Shape.values()[random.nextInt(Shape.values().length)],
                Paint.values()[random.nextInt(Paint.values().length)]);
    }

    String shapeWord() {
        return word(shape);
    }

    String colourWord() {
        return word(paint);
    }

    public String words() {
        return colourWord() + " " + shapeWord();
    }

    SentImage sent() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture(), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a PNG could not be written to memory", impossible);
        }
        return new SentImage(bytes.toByteArray(), "image/png", EDGE, EDGE);
    }

    public BufferedImage picture() {
        var picture = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, EDGE, EDGE);
        pen.setColor(paint.color);
        draw(pen);
        pen.dispose();
        return picture;
    }

    private void draw(Graphics2D pen) {
        switch (shape) {
            case CIRCLE -> pen.fillOval(48, 48, 160, 160);
            case SQUARE -> pen.fillRect(48, 48, 160, 160);
            case TRIANGLE -> pen.fillPolygon(new int[] {128, 216, 40}, new int[] {40, 208, 208}, 3);
        }
    }
}
