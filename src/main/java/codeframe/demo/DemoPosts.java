package codeframe.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The invented accounts' posts that the demo project shows: which pictures, whose, when, with what words. */
public final class DemoPosts {
    private static final int PICTURES = 240;
    private static final Instant FIRST = Instant.parse("2021-08-28T07:12:00Z");
    private static final List<String> ACCOUNTS = List.of(
            "mara.lindqvist", "tomek_novotny", "greenhill.alliance", "riverside_party", "jonas.okafor.official");
    /** Kinds of which the six image types speak; the others are a few among them, as in every collection. */
    private static final Set<Kind> OFTEN = EnumSet.range(Kind.POSTER, Kind.STREET_TALK);

    private static final int[][] SHAPES = {{480, 480}, {480, 600}, {480, 600}, {480, 360}};

    /** One picture of a post. Its seed is odd, so that the model has never seen it. */
    public record Picture(Kind kind, long seed, int width, int height, String file) {}

    /** A post with one picture or several. */
    public record Post(String id, String account, Instant postedAt, String text, List<Picture> pictures) {
        String kind() {
            return pictures.size() > 1 ? "carousel" : "photo";
        }
    }

    private DemoPosts() {}

    /** Always the same posts. */
    public static List<Post> all() {
        var chance = new SceneChance(2021);
        var kinds = kinds(chance);
        var texts = Phrases.read("/demo-posts.txt");
        var posts = new ArrayList<Post>();
        var at = FIRST;
        for (int used = 0;
                used < kinds.size();
                used += posts.get(posts.size() - 1).pictures().size()) {
            int pictures = Math.min(kinds.size() - used, chance.odds(.12) ? chance.count(2, 4) : 1);
            at = at.plus(Duration.ofMinutes(chance.count(40, 340)));
            posts.add(post(chance, posts.size(), at, texts, kinds.subList(used, used + pictures), used));
        }
        return posts;
    }

    private static List<Kind> kinds(SceneChance chance) {
        var kinds = new ArrayList<Kind>();
        for (int i = 0; kinds.size() < PICTURES; i++) {
            var kind = Kind.values()[i % Kind.values().length];
            if (OFTEN.contains(kind) || i / Kind.values().length % 5 == 0) {
                kinds.add(kind);
            }
        }
        chance.shuffle(kinds);
        return kinds;
    }

    private static Post post(
            SceneChance chance, int number, Instant at, Map<String, List<String>> texts, List<Kind> kinds, int used) {
        var id = Long.toString(26_510_000_000_000_001L + number * 7_919L * 1_009L);
        var account = chance.of(ACCOUNTS);
        var pictures = new ArrayList<Picture>();
        for (int i = 0; i < kinds.size(); i++) {
            var shape = chance.of(SHAPES);
            var file = account + "/" + id + (kinds.size() > 1 ? "_" + (i + 1) : "") + ".jpg";
            pictures.add(new Picture(kinds.get(i), 2L * (5_000_000 + used + i) + 1, shape[0], shape[1], file));
        }
        return new Post(id, account, at, chance.of(texts.get(kinds.get(0).name())), pictures);
    }

    /** The table that comes with the pictures, one row each, in columns that the import knows by name. */
    static byte[] table(List<Post> posts, List<DemoClips.Clip> clips) {
        var table = new StringWriter();
        try (var csv = CsvWriter.builder().build(table)) {
            csv.writeRecord("image_path", "post_id", "username", "posted_at", "kind", "caption");
            for (var post : posts) {
                for (var picture : post.pictures()) {
                    csv.writeRecord(
                            picture.file(),
                            post.id(),
                            post.account(),
                            post.postedAt().toString(),
                            post.kind(),
                            post.text());
                }
            }
            for (var clip : clips) {
                csv.writeRecord(
                        clip.file(), clip.id(), clip.account(), clip.postedAt().toString(), "video", clip.text());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }
}
