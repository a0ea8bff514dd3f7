package codeframe.coding.sample;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.image.decode.Drawn;
import codeframe.image.intake.Upload;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Posts of project 1 as an upload brings them: p1 of three pictures, p3 of two, p2 and p6 of one; p4 shows a picture of p1
 * beside one of its own, p5 only the picture of p2.
 */
public final class PostStudy {
    public static final String CODEBOOK = """
            codebook: Posts
            variables:
              - {key: type, label: Type, categories: [poster, rally]}
              - {key: story, label: Story, unit: post, categories: [attack, praise, other]}
            """;

    private PostStudy() {}

    public static void furnish(TestApp app) {
        app.jdbi().useHandle(handle -> handle.execute("delete from image"));
        var pictures = new LinkedHashMap<String, byte[]>();
        pictures.put("p1_1.jpg", picture(11));
        pictures.put("p1_2.jpg", picture(12));
        pictures.put("p1_10.jpg", picture(13));
        pictures.put("p2.jpg", picture(2));
        pictures.put("p3_2.jpg", picture(32));
        pictures.put("p3_1.jpg", picture(31));
        pictures.put("p4_1.jpg", picture(12));
        pictures.put("p4_2.jpg", picture(42));
        pictures.put("p5.jpg", picture(2));
        pictures.put("p6.jpg", picture(6));
        upload(
                app,
                new Upload()
                        .file("pictures.zip", Upload.zip(pictures))
                        .file("posts.csv", rows("p1", "p2", "p3", "p4", "p5", "p6")));
    }

    public static byte[] picture(int seed) {
        return Drawn.jpeg(60, 40, seed);
    }

    public static byte[] rows(String... posts) {
        var table = new StringBuilder("image,post_id,username,posted_at,caption,url\n");
        for (int i = 0; i < posts.length; i++) {
            table.append("%1$s.jpg,%1$s,anna,2021-04-%2$02d,Caption of %1$s,https://example.org/%1$s\n"
                    .formatted(posts[i], i + 1));
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return the import's path, once it is done */
    public static String upload(TestApp app, Upload upload) {
        var answer = upload.send(app.browser(World.ONA), "/projects/1/imports");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var path = answer.headers().firstValue("Location").orElseThrow();
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (texts(app, "select 1 from import where state <> 'done'").size() > 0) {
            assertThat(System.nanoTime()).as("the import should be done by now").isLessThan(until);
            rest();
        }
        return path;
    }

    private static void rest() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public static void publish(TestApp app, String codebook) {
        var answer = app.api(World.ONA).put("/api/v1/projects/1/codebook", "application/yaml", codebook);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    public static long image(TestApp app, String path) {
        return Long.parseLong(texts(app, "select id::text from image where path = '" + path + "'")
                .get(0));
    }

    public static List<String> texts(TestApp app, String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
