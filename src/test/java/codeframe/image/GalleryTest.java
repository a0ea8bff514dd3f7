package codeframe.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.db.Json;
import codeframe.image.decode.Drawn;
import codeframe.image.intake.Upload;
import codeframe.testing.Api;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seventy pictures of two accounts over one week, ten of them coded by a run. */
final class GalleryTest {
    private static TestApp app;
    private static Browser ona;
    private static Api script;
    private static long importId;

    @BeforeAll
    static void start() throws Exception {
        app = TestApp.start();
        ona = app.browser(World.ONA);
        script = app.api(World.ONA);
        var files = new LinkedHashMap<String, byte[]>();
        var table = new StringBuilder("image_path,id,username,timestamp,type,caption,zzz,aaa\n");
        for (int i = 0; i < 70; i++) {
            String account = i % 2 == 0 ? "ona" : "cleo";
            files.put("%s/%02d.jpg".formatted(account, i), Drawn.jpeg(32, 24, i));
            table.append("%s/%02d.jpg,p%d,%s,2021-04-%02d 12:00,%s,<b>text</b> %d,last,first\n"
                    .formatted(account, i, i / 4 * 4 + i % 2, account, 1 + i / 10, i < 5 ? "story" : "post", i));
        }
        var upload = new Upload()
                .file("all.zip", Upload.zip(files))
                .file("table.csv", table.toString().getBytes(StandardCharsets.UTF_8))
                .text(
                        "options",
                        "{\"columns\": {\"image\": \"image_path\", \"post\": \"id\", \"account\": \"username\","
                                + " \"posted_at\": \"timestamp\", \"kind\": \"type\", \"text\": \"caption\"}}");
        var answer = script.send(upload.request(script.request("/api/v1/projects/1/imports")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        importId = new Json(answer.body()).tree().path("id").asLong();
        long until = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < until
                && !script.json("/api/v1/projects/1/imports/" + importId)
                        .path("state")
                        .asText()
                        .equals("done")) {
            Thread.sleep(100);
        }
        code();
    }

    private static void code() {
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into codebook_version (project_id, number, content, published_at)
                    values (1, 1, '{"codebook": "Types", "variables": [{"key": "image_type", "label": "Image <type>",
                        "categories": [{"key": "poster", "label": "Poster \\u2013 printed"}]}]}', now());
                insert into coder (project_id, kind, name) values (1, 'imported', 'Machine');
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, 1, id, 1 from image order by id limit 10;
                insert into code (coding_id, coder_id, image_id, variable, value, confidence)
                    select id, 1, image_id, 'image_type', case when image_id % 2 = 0 then 'poster' else 'selfie' end, 0.75
                    from coding where image_id < 9;
                insert into code (coding_id, coder_id, image_id, variable, state)
                    select id, 1, image_id, 'image_type', 'unsure' from coding where image_id >= 9;
                """).execute());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void the_wall_goes_on_where_it_ended() {
        String page = ona.get("/projects/1/images").body();
        assertThat(page).contains("70 images", "after=60").containsOnlyOnce("goes-on");
        assertThat(page.split("class=\"thumb\"")).hasSize(61);
        String rest = ona.get("/projects/1/images?after=60").body();
        assertThat(rest.split("class=\"thumb\"")).hasSize(11);
        assertThat(rest).doesNotContain("goes-on");
    }

    @Test
    void every_part_of_the_filter_selects() {
        assertThat(count("account=ona")).isEqualTo(35);
        assertThat(count("account=ona&account=cleo")).isEqualTo(70);
        assertThat(count("kind=story")).isEqualTo(5);
        assertThat(count("from=2021-04-07")).isEqualTo(10);
        // Further down a wall of some days, as it is scrolled, in either order.
        for (var sorted : List.of("", "&sort=newest")) {
            assertThat(app.browser(World.ONA)
                            .get("/projects/1/images?from=2021-04-01&after=1" + sorted)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(count("to=2021-04-01")).isEqualTo(10);
        assertThat(count("from=2021-04-02&to=2021-04-03&account=cleo")).isEqualTo(10);
        assertThat(count("import=" + importId)).isEqualTo(70);
        assertThat(count("import=99")).isZero();
        assertThat(count("code=1:image_type:poster")).isEqualTo(4);
        assertThat(count("code=1:image_type:~unsure")).isEqualTo(2);
        assertThat(count("code=1:image_type:poster&code=1:image_type:selfie")).isZero();
        assertThat(count("code=1:image_type:poster&account=nobody")).isZero();
        assertThat(count("account=' or true --")).isZero();
    }

    @Test
    void a_filter_survives_its_address() {
        String query = "account=a%26b&account=c&kind=x&import=1&from=2021-04-01&to=2021-04-02&code=1%3Av%3Aa%3Ab";
        var filter = ImageFilter.fromQuery(query);
        assertThat(filter.accounts()).containsExactly("a&b", "c");
        assertThat(filter.codes()).containsExactly(new ImageFilter.CodeIs(1, "v", "a:b"));
        assertThat(ImageFilter.fromQuery(filter.toQuery())).isEqualTo(filter);
        assertThat(ImageFilter.fromQuery("account=&page=2").isAll()).isTrue();
    }

    @Test
    void what_a_filter_does_not_understand_it_refuses() {
        for (String query : List.of("from=yesterday", "import=x", "code=poster", "code=x:y:z")) {
            assertThatThrownBy(() -> ImageFilter.fromQuery(query)).isInstanceOf(Problem.Invalid.class);
            assertThat(ona.get("/projects/1/images?" + query).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void every_value_of_a_filter_tells_what_it_would_leave() {
        String filters = ona.get("/projects/1/images/filters?account=ona").body();
        assertThat(filters)
                .contains(
                        "cleo (35)",
                        "ona (35)",
                        "story (3)",
                        "<optgroup label=\"Machine: Image &lt;type>\">",
                        ">selfie (4)</option>",
                        ">unsure (1)</option>");
        assertThat(filters).contains("Import " + importId + " (35)");
        assertThat(ona.get("/projects/1/images/filters?account=gone").body()).contains("gone (0)");
    }

    @Test
    void codes_of_images_to_be_coded_are_no_filter() {
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into coder (project_id, kind, user_id, name) values (1, 'person', 2, 'Cleo');
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each)
                    select 1, 'Pilot', 'pilot', 'simple', min(id), '{}', 2, 2, 1, 1, 1 from codebook_version;
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    select max(id), unnest(array[1, 3]), 1, true, 1 from sample;
                insert into sample_coder (sample_id, coder_id)
                    select max(s.id), max(c.id) from sample s, coder c where c.kind = 'person'
                """).execute());
        var gallery = new Gallery(app.jdbi());
        var filter = ImageFilter.fromQuery("code=1:image_type:selfie");
        assertThat(gallery.count(new Gallery.View(1, filter.seenBy(1))).all()).isEqualTo(4);
        assertThat(gallery.count(new Gallery.View(1, filter.seenBy(2))).all()).isEqualTo(2);
        assertThat(new GalleryFacets(app.jdbi()).of(new Gallery.View(1, ImageFilter.ALL.seenBy(2))))
                .contains(new Gallery.Facet("code", "1:image_type:selfie", "Machine: Image <type>", "selfie", 2));
    }

    @Test
    void the_page_of_an_image_has_everything_about_it() {
        String page = ona.get("/projects/1/images/1").body();
        assertThat(page)
                .contains("&lt;b&gt;text&lt;/b&gt; 0", "Of the same post", "/images/3", "Machine", "selfie", "0.75");
        assertThat(page)
                .contains("ona/00.jpg", "line 2 of table.csv", "imported by Ona", "coded by Machine", "32 × 24");
        assertThat(page.indexOf("zzz")).isLessThan(page.indexOf("aaa"));
        assertThat(ona.get("/projects/1/images/70").body()).contains("Nobody has coded this image yet");
        assertThat(ona.get("/projects/1/images/71").statusCode()).isEqualTo(404);
    }

    @Test
    void the_way_from_a_picture_on_and_back_keeps_filter_order_and_codes_shown() {
        String query = "account=ona&amp;sort=unsure%3A1%3Aimage_type&amp;show=1";
        String wall =
                ona.get("/projects/1/images?" + query.replace("&amp;", "&")).body();
        assertThat(wall).contains("href=\"/projects/1/images/1?" + query + "\"", "selfie", "not coded", "0.75");
        String page =
                ona.get("/projects/1/images/3?" + query.replace("&amp;", "&")).body();
        assertThat(page)
                .contains("href=\"/projects/1/images?" + query + "&amp;near=3#image-3\"")
                .contains("rel=\"prev\" data-press=\"arrowleft\" href=\"/projects/1/images/1?" + query + "\"")
                .contains("rel=\"next\" data-press=\"arrowright\" href=\"/projects/1/images/5?" + query + "\"");
        assertThat(ona.get("/projects/1/images?near=65").body())
                .contains("id=\"image-65\"", "From the first image")
                .doesNotContain("id=\"image-34\"");
        assertThat(ona.get("/projects/1/images?sort=luck").statusCode()).isEqualTo(422);
        assertThat(ona.get("/projects/1/images/3?code=poster").statusCode()).isEqualTo(422);
    }

    @Test
    void words_are_a_filter_for_scripts_too() {
        assertThat(count("text=caption")).isZero();
        assertThat(count("text=text+69")).isEqualTo(1);
        var listed = script.json("/api/v1/projects/1/images?text=text%2069");
        assertThat(listed.path("images").findValuesAsText("path")).containsExactly("cleo/69.jpg");
    }

    @Test
    void bytes_are_sealed_and_cached_for_good() {
        var small = ona.get("/projects/1/images/1/file?width=256");
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(small.headers().map())
                .containsEntry("cache-control", List.of("private, max-age=31536000, immutable"))
                .containsEntry("content-type", List.of("image/jpeg"))
                .containsEntry("x-content-type-options", List.of("nosniff"));
        assertThat(small.headers().firstValue("content-security-policy").orElse(""))
                .contains("sandbox");
        assertThat(ona.get("/projects/1/images/1/file").statusCode()).isEqualTo(200);
        String tag = small.headers().firstValue("etag").orElseThrow();
        var again = script.send(script.request("/api/v1/projects/1/images/1/file?width=256")
                .header("If-None-Match", tag)
                .GET());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var weak = script.request("/api/v1/projects/1/images/1/file?width=256")
                .header("If-None-Match", "\"other\", W/" + tag);
        assertThat(script.send(weak.GET()).statusCode()).isEqualTo(304);
        assertThat(ona.get("/projects/1/images/1/file").statusCode())
                .as("the original")
                .isEqualTo(200);
        assertThat(ona.get("/projects/1/images/1/file?width=300").statusCode()).isEqualTo(422);
        assertThat(app.browser(World.OZ).get("/projects/2/images/1/file").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_script_walks_through_all_images() {
        var first = script.json("/api/v1/projects/1/images?limit=50");
        assertThat(first.path("images")).hasSize(50);
        var second = script.json(
                "/api/v1/projects/1/images?limit=50&after=" + first.path("next").asLong());
        assertThat(second.path("images")).hasSize(20);
        assertThat(second.path("next").isNull()).isTrue();
        var image = first.path("images").path(0);
        assertThat(image.path("path").asText()).isEqualTo("ona/00.jpg");
        assertThat(image.path("post").asText()).isEqualTo("p0");
        assertThat(image.path("metadata").path("zzz").asText()).isEqualTo("last");
        assertThat(image.path("sha256").asText()).hasSize(64);
        assertThat(image.path("width").asInt()).isEqualTo(32);
    }

    @Test
    void a_script_filters_as_the_gallery_does() {
        for (var query : List.of(
                "account=ona",
                "account=ona&account=cleo",
                "kind=story",
                "from=2021-04-02&to=2021-04-03&account=cleo",
                "import=" + importId,
                "import=99",
                "code=1:image_type:poster",
                "code=1:image_type:~unsure",
                "account=' or true --")) {
            var listed = script.json("/api/v1/projects/1/images?limit=1000&" + query.replace(" ", "%20"));
            assertThat(listed.path("images").size()).as(query).isEqualTo((int) count(query));
        }
        var third = script.json("/api/v1/projects/1/images?account=cleo&limit=2&after=4");
        assertThat(third.path("images").findValuesAsText("path")).containsExactly("cleo/05.jpg", "cleo/07.jpg");
        var last = script.json("/api/v1/projects/1/images?account=cleo&limit=35");
        assertThat(last.path("images")).hasSize(35);
        assertThat(last.path("next").isNull())
                .as("a full page that is the last")
                .isTrue();
    }

    @Test
    void the_api_tells_the_outcome_and_refuses_what_it_does_not_know() {
        var state = script.json("/api/v1/projects/1/imports/" + importId);
        assertThat(state.path("accepted").asInt()).isEqualTo(70);
        assertThat(state.path("unmatchedRows").asInt()).isZero();
        var wrong = new Upload().file("a.jpg", new byte[1]).text("options", "{\"columns\": {\"picture\": \"x\"}}");
        var answer = script.send(wrong.request(script.request("/api/v1/projects/1/imports")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("options.columns.picture");
        var none = script.send(new Upload().text("a", "b").request(script.request("/api/v1/projects/1/imports")));
        assertThat(none.statusCode()).isEqualTo(422);
    }

    @Test
    void an_image_s_page_shows_codes_in_the_words_of_the_codebook_they_were_made_with() {
        long coded = app.jdbi()
                .withHandle(handle -> handle.createQuery("select min(image_id) from code where value = 'poster'")
                        .mapTo(Long.class)
                        .one());
        String page = ona.get("/projects/1/images/" + coded).body();
        assertThat(page).contains("<td>Image &lt;type&gt;</td>").contains("<td>Poster – printed</td>");
        String unlisted = ona.get("/projects/1/images/" + (coded + 1)).body();
        assertThat(unlisted).contains("<td>selfie</td>");
    }

    private static long count(String query) {
        var view = new Gallery.View(1, ImageFilter.fromQuery(query));
        return new Gallery(app.jdbi()).count(view).all();
    }
}
