package codeframe.demo.training;

import codeframe.demo.DrawnScene;
import codeframe.demo.Kind;
import codeframe.demo.SceneChance;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Draws what the demo model learns from: {@code WriteLessons MODEL-FOLDER LESSONS-FOLDER [PICTURES [SEED]]}.
 * MODEL_CARD.md tells the whole command. The lessons are {@code pictures.bin}, three planes of 96 × 96 bytes each;
 * {@code truths.bin}, what holds of each, as two numbers of 64 bits; and for every picture eight captions in
 * {@code captions.bin}, each as what it says (two such numbers) and 20 word pieces of 16 bits, padded with end marks.
 */
public final class WriteLessons implements AutoCloseable {
    private static final int MERGES = 1500;
    private static final int CAPTIONS = 8;
    private static final int LONGEST = 20;

    private final WordPieces pieces;
    private final DrawingCaptions captions;
    private final Framing framing;
    private final SceneChance chance;
    private final OutputStream pictures;
    private final DataOutputStream truths;
    private final DataOutputStream said;

    private WriteLessons(Path lessons, WordPieces pieces, Grammar grammar, SceneChance chance) throws IOException {
        this.pieces = pieces;
        this.chance = chance;
        captions = new DrawingCaptions(grammar);
        framing = new Framing(chance);
        Files.createDirectories(lessons);
        pictures = new BufferedOutputStream(Files.newOutputStream(lessons.resolve("pictures.bin")));
        truths = open(lessons.resolve("truths.bin"));
        said = open(lessons.resolve("captions.bin"));
    }

    private static DataOutputStream open(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    public static void main(String[] arguments) throws IOException {
        int number = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 26_400;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        var grammar = new Grammar();
        var chance = new SceneChance(seed);
        var pieces = WordPieces.learn(grammar.sayings(20, chance), MERGES);
        new ModelWriter(Path.of(arguments[0])).write(pieces, grammar);
        try (var lessons = new WriteLessons(Path.of(arguments[1]), pieces, grammar, chance)) {
            for (int i = 0; i < number; i++) {
                // Even seeds are for training, odd ones for examination and for the demo project.
                lessons.write(
                        Framing.fresh(Kind.values()[i % Kind.values().length], 2 * (seed * 1_000_000_000 + i), chance));
            }
        }
    }

    private void write(DrawnScene drawing) throws IOException {
        pictures.write(framing.bytes(drawing));
        write(truths, SceneTruth.of(drawing));
        for (int i = 0; i < CAPTIONS; i++) {
            writeCaption(drawing);
        }
    }

    /** A short caption: a long one would cost all others of its batch its length in padding. */
    private void writeCaption(DrawnScene drawing) throws IOException {
        var caption = captions.caption(drawing, chance);
        var ids = pieces.ids(caption.text());
        while (ids.size() > LONGEST) {
            caption = captions.caption(drawing, chance);
            ids = pieces.ids(caption.text());
        }
        write(said, caption.said());
        for (int i = 0; i < LONGEST; i++) {
            said.writeShort(i < ids.size() ? ids.get(i) : pieces.size() - 1);
        }
    }

    private static void write(DataOutputStream out, SceneTruth truth) throws IOException {
        out.writeLong(truth.kinds());
        out.writeLong(truth.facts());
    }

    @Override
    public void close() throws IOException {
        pictures.close();
        truths.close();
        said.close();
    }
}
