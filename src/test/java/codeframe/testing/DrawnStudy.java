package codeframe.testing;

import codeframe.demo.Kind;
import codeframe.demo.Scene;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * A study as it comes off a collection tool: a ZIP of 60 drawn images and a table of their posts, with three rows and two
 * files too many, one damaged and one hostile file.
 *
 * @param truth what each good path shows
 */
public record DrawnStudy(Path zip, Path table, Map<String, Type> truth) {
    /** The six image types, each drawn in two ways, with the phrases a researcher might write. */
    public enum Type {
        COLLAGE("Collage", List.of(Kind.COLLAGE), "a collage of several pictures and texts"),
        MATERIAL("Campaign material", List.of(Kind.POSTER, Kind.FLYERS), "an election poster", "printed flyers"),
        EVENT(
                "Political event",
                List.of(Kind.RALLY, Kind.LECTERN),
                "a rally with a large crowd",
                "a speaker at a lectern"),
        CONTACT(
                "Personal contact",
                List.of(Kind.HANDSHAKE, Kind.STREET_TALK),
                "two people shaking hands",
                "people talking in the street"),
        INTERVIEW(
                "Interview",
                List.of(Kind.TV_STUDIO, Kind.PRESS_CONFERENCE),
                "a television studio interview",
                "a press conference"),
        PORTRAIT("Portrait", List.of(Kind.PORTRAIT), "a close portrait of a face");

        private final String label;
        private final List<Kind> kinds;
        private final List<String> phrases;

        Type(String label, List<Kind> kinds, String... phrases) {
            this.label = label;
            this.kinds = kinds;
            this.phrases = List.of(phrases);
        }

        public String label() {
            return label;
        }

        public List<String> phrases() {
            return phrases;
        }

        public String key() {
            return label.toLowerCase(Locale.ROOT).replace(' ', '_');
        }

        public static Type ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(type -> type.label.equals(label))
                    .findFirst()
                    .orElseThrow();
        }

        public static Type ofKey(String key) {
            return Arrays.stream(values())
                    .filter(type -> type.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final int EACH = 10;

    public String hostile() {
        return "notes.jpg";
    }

    public String damaged() {
        return "damaged.jpg";
    }

    public List<String> rowsTooMany() {
        return List.of("gone1", "gone2", "gone3");
    }

    public List<String> filesTooMany() {
        return List.of("extra1.jpg", "extra2.jpg");
    }

    public static DrawnStudy draw(Path folder) throws IOException {
        var truth = new LinkedHashMap<String, Type>();
        var rows = new StringBuilder("ID,Time of Posting,Username,Caption,image_path\n");
        var zip = folder.resolve("images.zip");
        var table = folder.resolve("posts.csv");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var type : Type.values()) {
                for (int i = 0; i < EACH; i++) {
                    var id = "30000000000000" + type.ordinal() + "00" + i;
                    var path = "images/ada/" + id + ".jpg";
                    put(out, path, jpeg(picture(type, i)));
                    rows.append(row(id, path));
                    truth.put(path, type);
                }
            }
            addTrouble(out, rows);
        }
        Files.writeString(table, rows);
        return new DrawnStudy(zip, table, truth);
    }

    private static void addTrouble(ZipOutputStream out, StringBuilder rows) throws IOException {
        put(
                out,
                "images/ada/extra1.jpg",
                jpeg(Scene.draw(Kind.CITY, 640, 480, 900).image()));
        put(
                out,
                "images/ada/extra2.jpg",
                jpeg(Scene.draw(Kind.HOME, 640, 480, 901).image()));
        var whole = jpeg(Scene.draw(Kind.FACTORY, 640, 480, 902).image());
        put(out, "images/ada/damaged.jpg", Arrays.copyOf(whole, whole.length / 2));
        rows.append(row("damaged", "images/ada/damaged.jpg"));
        put(out, "images/ada/notes.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        for (var gone : new String[] {"gone1", "gone2", "gone3"}) {
            rows.append(row(gone, "images/ada/" + gone + ".jpg"));
        }
    }

    /** Large, so that a run takes long enough to be interrupted. */
    private static BufferedImage picture(Type type, int i) {
        var kind = type.kinds.get(i % type.kinds.size());
        return Scene.draw(kind, 1600, 1200, 7_000_000 + i).image();
    }

    private static String row(String id, String path) {
        return id + ",2021-09-0" + (1 + Math.floorMod(id.hashCode(), 9)) + " 12:00:00,ada,\"Caption, of " + id + "\","
                + path + "\n";
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static void put(ZipOutputStream out, String path, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(path));
        out.write(bytes);
        out.closeEntry();
    }
}
