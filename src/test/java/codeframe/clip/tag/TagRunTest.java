package codeframe.clip.tag;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.clip.ModelDirectory;
import codeframe.clip.Models;
import codeframe.clip.Precision;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tags by the stored vectors of the demo model: three images whose vectors are those of phrases, and one without a vector. */
class TagRunTest {
    private static final String TAGS = "/projects/1/features/tags";
    private static TestApp app;
    private static Browser ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into blob (sha256, media_type, width, height, size, bytes)
                    select decode(lpad(n::text, 2, '0'), 'hex'), 'image/png', 40, 20, 1, '\\x00' from generate_series(1, 4) n;
                insert into image (project_id, sha256, path)
                    select 1, decode(lpad(n::text, 2, '0'), 'hex'), n || '.png' from generate_series(1, 4) n
                """).execute());
        try (var models = new Models(new ModelDirectory(app.data.resolve("none"), app.data.resolve("demo-model")))) {
            var demo = models.open(ModelDirectory.DEMO, Precision.FP32);
            var vectors = demo.model()
                    .embedTexts(List.of("a photo of a flag", "a photo of a crowd of people", "a photo of a person"));
            for (int i = 0; i < vectors.length; i++) {
                keep(i + 1, demo.hash() + "/fp32", vectors[i]);
            }
        }
    }

    private static void keep(int image, String model, float[] vector) {
        var bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        app.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into embedding (sha256, model, upright, vector)
                        select sha256, :model, true, :vector from image where path = :path
                        """)
                        .bind("model", model)
                        .bind("vector", bytes.array())
                        .bind("path", image + ".png")
                        .execute());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static List<String> rows(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static String tagged(String form) throws InterruptedException {
        var answer = ona.post(TAGS, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var source = answer.headers().firstValue("Location").orElseThrow();
        long until = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < until && ona.get(source + "/reading").body().contains("hx-trigger")) {
            Thread.sleep(50);
        }
        return source;
    }

    @Test
    void the_best_phrases_of_a_list_become_labels_and_an_image_without_a_vector_is_never_asked()
            throws InterruptedException {
        assertThat(ona.get(TAGS).body())
                .contains("4 images, all of the project", BuiltIn.PHRASES.size() + " common objects");
        assertThat(ona.post(TAGS, "name=T&model=demo&most=0&least=0.05").body()).contains("whole number from 1 to 20");
        assertThat(ona.post(TAGS, "name=T&model=nobody&most=5&least=0.05").body())
                .contains("Choose a model");
        assertThat(ona.post(TAGS, "name=T&model=demo&most=5&least=NaN").body()).contains("from 0 to 1");
        assertThat(ona.post(TAGS, "name=T&model=demo&most=5&least=0&own=one").body())
                .contains("2 to 1000 phrases");
        var source = tagged("name=Own&model=demo&most=1&least=0.1&own=a+flag%0Aa+crowd+of+people%0Aa+person");
        assertThat(rows("""
                select i.path || ' ' || f.kind || ' ' || f.outcome || ' ' || f.text
                from feature f join image i on i.id = f.image_id order by i.path
                """))
                .containsExactly(
                        "1.png labels done flag", "2.png labels done crowd of people", "3.png labels done person");
        assertThat(ona.get(source).body())
                .contains("1 image was never asked", "Start a run of CLIP", "the best 1 of 3 phrases of your own");
        tagged("name=None&model=demo&most=5&least=1&own=a+flag%0Aa+crowd+of+people");
        assertThat(rows("select outcome from feature where source_id = (select max(id) from feature_source)"))
                .containsExactly("empty", "empty", "empty");
        again();
        tagged("name=Common&model=demo&most=20&least=0");
        assertThat(rows("""
                select count(*)::text from feature, jsonb_array_elements(things)
                where source_id = (select max(id) from feature_source)
                """)).containsExactly("60");
        onThePictures();
    }

    /** A later slice reads the settings beside which the first one counted what it skipped. */
    private static void again() throws InterruptedException {
        var source = rows("select max(id)::text from feature_source").get(0);
        var page = "/projects/1/features/" + source;
        assertThat(ona.get(page).body()).contains("a share of 1 or more", "1 image was never asked");
        ona.post(page + "/retry", "outcome=empty");
        long until = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < until && ona.get(page + "/reading").body().contains("hx-trigger")) {
            Thread.sleep(50);
        }
        assertThat(rows("select state from feature_source where id = " + source))
                .containsExactly("done");
    }

    /** The gallery shows what is known, and a search of words that stand everywhere says so. */
    private static void onThePictures() {
        var wall = ona.get("/projects/1/images?show=seen:labels").body();
        assertThat(wall).contains("crowd of people", "never asked", "title=\"Own v1: flag\"", "none found");
        var filters =
                ona.get("/projects/1/images/filters?show=seen:labels&seen=the").body();
        assertThat(filters).contains("value=\"seen:labels\" selected", "“the” finds nothing whatever the images show");
        assertThat(ona.get("/projects/1/images/filters?seen=flag").body()).doesNotContain("finds nothing whatever");
        assertThat(ona.get("/projects/1/images?show=seen:nonsense").statusCode())
                .isEqualTo(200);
        app.jdbi().useHandle(handle -> handle.execute("delete from feature"));
    }
}
