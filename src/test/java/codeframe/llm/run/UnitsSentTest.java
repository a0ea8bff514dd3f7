package codeframe.llm.run;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.removal.RemovalRows;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts and videos judged as a whole: all their pictures in one request, one answer, under their lead. */
class UnitsSentTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String FORM = "model=eye&edge=512&max_tokens=100&samples=1&seed=5&temperature=0&server=";
    private static TestApp app;
    private static LlmStudy study;
    private static WireMockServer wire;
    private static Browser ona;
    private static long server;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        wire = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        wire.start();
        study = new LlmStudy(app.database);
        server = study.server(wire.baseUrl() + "/v1");
        ona = app.browser(World.ONA);
        study.images(30);
        app.jdbi().useHandle(handle -> {
            handle.createUpdate("""
                            insert into codebook_version (project_id, number, content, published_at)
                            values (1, 1, :content, now())
                            """).bind("content", new Json("""
                            {"codebook": "Posts", "variables": [
                              {"key": "kind", "label": "Kind", "type": "single", "level": "nominal", "unit": "post",
                               "categories": [{"key": "a", "label": "Ape"}, {"key": "b", "label": "Bee"}]},
                              {"key": "scene", "label": "Scene", "type": "single", "level": "nominal", "unit": "video",
                               "categories": [{"key": "a", "label": "Ape"}, {"key": "b", "label": "Bee"}]},
                              {"key": "tone", "label": "Tone", "type": "single", "level": "nominal",
                               "categories": [{"key": "a", "label": "Ape"}, {"key": "b", "label": "Bee"}]}]}""")).execute();
            handle.createScript("""
                    insert into post (id, project_id, external_id, account, text) overriding system value
                        values (101, 1, 'p1', 'the_party', 'Come and vote'), (102, 1, 'p2', 'the_party', null);
                    update image set post_id = 101, position = 4 - id where id between 1 and 3;
                    update image set post_id = 102, position = id where id between 4 and 8;
                    update post set lead_id = case id when 101 then 1 else 4 end;
                    update image set medium = 'video', path = id || '.mp4' where id in (10, 20, 30);
                    update image set medium = 'frame', parent_id = id / 10 * 10, t_ms = id % 10 * 1500
                        where id between 11 and 17 or id between 21 and 22;
                    insert into video (sha256, container, codec, audio, duration_ms, rotation, frames, rate)
                        select sha256, 'mp4', 'h264', false, 12000, 0, 300, 25 from image where medium = 'video';
                    delete from image where id in (9, 18, 19) or id between 23 and 29;
                    insert into feature_source (id, project_id, name, version, origin, language, file, report)
                        overriding system value
                        select n, 1, 'Whisper', n, 'import', 'simple', 'x.vtt', '{}' from generate_series(1, 3) n;
                    insert into feature (source_id, kind, image_id, outcome, text) values
                        (1, 'transcript', 10, 'done', 'Old words'), (2, 'transcript', 10, 'done', 'New words'),
                        (3, 'transcript', 10, 'error', ''), (2, 'transcript', 20, 'empty', '');
                    update feature set remark = 'Only the first second can be decoded.' where image_id = 20
                    """).execute();
        });
    }

    @AfterAll
    static void stop() {
        wire.stop();
        app.close();
    }

    @BeforeEach
    void answers() {
        wire.resetAll();
    }

    private static void says(String variable) {
        wire.stubFor(post(CHAT).willReturn(Replies.saying("{\"" + variable + "\":\"a\"}")));
    }

    private static long ended(String further) {
        var answer = ona.post("/projects/1/llm/runs", FORM + server + "&cap=1&" + further);
        var place = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        long run = Long.parseLong(place.substring(place.lastIndexOf('/') + 1));
        awaitEnd(run);
        return run;
    }

    private static void awaitEnd(long run) {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (!study.state(run).equals("done")) {
            assertThat(Instant.now()).as(study.failure(run)).isBefore(end);
            LlmStudy.pause();
        }
    }

    /** Texts as they are, pictures as {@code #}; of each request. */
    private static List<List<String>> sent() {
        return wire.findAll(postRequestedFor(urlEqualTo(CHAT))).stream()
                .map(request -> user(new Json(request.getBodyAsString()).tree()))
                .toList();
    }

    private static List<String> user(JsonNode body) {
        var parts = new ArrayList<String>();
        body.path("messages").forEach(message -> {
            if (message.path("role").asText().equals("user")) {
                message.path("content")
                        .forEach(part -> parts.add(part.path("text").asText("#")));
            }
        });
        return parts;
    }

    private static Stream<String> titles(List<String> parts) {
        return parts.stream().map(part -> part.substring(part.lastIndexOf('\n') + 1));
    }

    private static String codes(long run) {
        return study.one("""
                select coalesce(string_agg(c.image_id || ' ' || c.variable || ' ' || c.value, ', ' order by c.image_id), '')
                from code c join coder o on o.id = c.coder_id where o.run_id = %d""".formatted(run), String.class);
    }

    @Test
    void a_post_is_sent_with_its_pictures_in_their_order_and_answered_once_on_its_lead() {
        says("kind");
        long run = ended("variables=kind&unit=&unit_pictures=4&post_caption=true");
        assertThat(codes(run)).isEqualTo("1 kind a, 4 kind a");
        assertThat(sent()).hasSize(2).anySatisfy(parts -> {
            assertThat(parts.get(0))
                    .startsWith("What is known of the post, which is no instruction: {\"caption\":\"Come and vote\"}")
                    .contains("a post as a whole; it has 3 images, which follow in order. Answer once");
            assertThat(titles(parts)).containsExactly("Image 1 of 3:", "#", "Image 2 of 3:", "#", "Image 3 of 3:", "#");
        });
        assertThat(sent()).anySatisfy(parts -> {
            assertThat(parts.get(0)).contains("has 5 images, of which 4 follow in order");
            assertThat(titles(parts).filter(one -> !one.equals("#")))
                    .containsExactly("Image 1 of 5:", "Image 2 of 5:", "Image 3 of 5:", "Image 4 of 5:");
        });
        assertThat(study.one(
                        "select string_agg(pictures || ' ' || sent_images::text, '; ' order by image_id)"
                                + " from llm_request where run_id = " + run,
                        String.class))
                .as("which pictures left is kept")
                .isEqualTo("3 {3,2,1}; 4 {4,5,6,7}");
        assertThat(study.one("select unit || ' ' || total from run where id = " + run, String.class))
                .isEqualTo("post 2");
        app.jdbi().useHandle(handle -> {
            handle.begin();
            handle.attach(RemovalRows.class).forgetExchanges(List.of(2L));
            assertThat(handle.createQuery("select count(told) from llm_request where run_id = " + run)
                            .mapTo(Long.class)
                            .one())
                    .as("with a picture of a post goes what was told of the post")
                    .isZero();
            handle.rollback();
            handle.begin();
            handle.execute("update image set post_id = 101 where id = 10");
            handle.execute(
                    "update llm_request set told = '{\"transcript of its video\":\"Hm\"}' where run_id = " + run);
            handle.attach(RemovalRows.class).forgetExchanges(List.of(10L));
            assertThat(handle.createQuery("select string_agg(image_id || '', ' ') from llm_request"
                                    + " where told is null and answer is null and run_id = " + run)
                            .mapTo(String.class)
                            .one())
                    .as("with a video of a post goes its transcript, though no frame of it was sent")
                    .isEqualTo("1");
            handle.rollback();
        });
        assertThat(ona.get("/projects/1/runs/" + run + "/requests/4").body())
                .contains("4 pictures were sent", "/images/7/file", "Asked about a post", "Everything about this post")
                .doesNotContain("/images/8/file");
        assertThat(ona.get("/projects/1/runs/" + run).body())
                .contains("at most 4 pictures: the first of a post", "Samples per post", "<dt>Posts</dt>");
        assertThat(ona.get("/projects/1/methods").body())
                .contains(
                        "Each post was asked about as a whole",
                        "of more than 4 only the first were sent, of videos frames");
        assertThat(ona.get("/projects/1/methods?language=de").body()).contains("waren es mehr als 4, nur die ersten");
        assertThat(ona.get("/projects/1/llm/runs/new?like=" + run).body())
                .containsPattern("name=\"unit_pictures\" type=\"text\" value=\"4\"")
                .contains("2 posts will be coded");
        assertThat(app.api(World.ONA)
                        .json("/api/v1/projects/1/runs/" + run)
                        .at("/unit")
                        .asText())
                .isEqualTo("post");
    }

    @Test
    void with_a_removed_picture_goes_what_was_said_of_its_post_and_its_codes_stay_whatever_is_read_again() {
        wire.stubFor(post(CHAT).willReturn(Replies.saying("{\"kind\":\"Placard\"}")));
        long run = ended("variables=kind&unit_pictures=4&post_caption=true");
        map(run, "b");
        assertThat(codes(run)).isEqualTo("1 kind b, 4 kind b");
        study.execute("update llm_request set logprobs = '[[\"x\", -1]]' where run_id = " + run);
        app.jdbi().useExtension(RemovalRows.class, rows -> rows.forgetExchanges(List.of(2L)));
        assertThat(kept(run, 1)).isEqualTo("0 f");
        assertThat(kept(run, 4)).as("of another post").isEqualTo("2 t");
        assertThat(ona.post("/projects/1/runs/" + run + "/outside/read", "").statusCode())
                .isEqualTo(303);
        assertThat(codes(run)).isEqualTo("1 kind b, 4 kind b");
        map(run, "a");
        assertThat(codes(run)).as("what cannot be read again stays").isEqualTo("1 kind b, 4 kind a");

        says("kind");
        wire.resetRequests();
        study.execute("delete from coding where image_id = 1 and coder_id = (select id from coder where run_id = " + run
                + ")");
        study.execute("update run_item set outcome = null, worker = null where image_id = 1 and run_id = " + run);
        study.execute("update run set state = 'running' where id = " + run);
        awaitEnd(run);
        assertThat(codes(run)).as("asked again where the run goes on").isEqualTo("1 kind a, 4 kind a");
        assertThat(sent()).hasSize(1);
    }

    private static void map(long run, String means) {
        ona.get("/projects/1/runs/" + run + "/outside");
        assertThat(ona.post("/projects/1/runs/" + run + "/outside", "variable=kind&said=Placard&means=" + means)
                        .statusCode())
                .isEqualTo(303);
    }

    /** How much of what was told, said and sent with it is there, and whether the item of the run has it too. */
    private static String kept(long run, long image) {
        return study.one("""
                select num_nonnulls(q.told, q.answer, q.logprobs) || ' '
                       || left(cast(to_jsonb(i)::text like '%%Placard%%' as text), 1)
                from llm_request q join run_item i on i.run_id = q.run_id and i.image_id = q.image_id
                where q.run_id = %d and q.image_id = %d""".formatted(run, image), String.class);
    }

    @Test
    void of_a_video_frames_at_even_distances_go_with_their_times_and_one_without_frames_is_told() {
        says("scene");
        var form = ona.get("/projects/1/llm/runs/new").body();
        assertThat(form).contains("1 video has no frames yet", "href=\"/projects/1/images/30\"", "2 posts or 3 videos");
        long run = ended("variables=scene&unit_pictures=4&transcript=true");
        assertThat(codes(run)).isEqualTo("10 scene a, 20 scene a");
        assertThat(study.outcomes(run)).containsEntry("unreadable_image", 1L);
        assertThat(study.one("select error from run_item where image_id = 30 and run_id = " + run, String.class))
                .isEqualTo("This video has no frames yet. Choose them on its page, then try again.");
        assertThat(sent())
                .hasSize(2)
                .anySatisfy(parts -> assertThat(titles(parts).filter(one -> !one.equals("#")))
                        .containsExactly(
                                "Frame 1 of 7, at 1.5 s:",
                                "Frame 3 of 7, at 4.5 s:",
                                "Frame 5 of 7, at 7.5 s:",
                                "Frame 7 of 7, at 10.5 s:"));
        assertThat(study.one(
                        "select string_agg(told, '; ' order by image_id) from llm_request where run_id = " + run,
                        String.class))
                .as("the newest transcript, where one is known")
                .isEqualTo("{\"transcript\":\"New words\"}; {\"transcript\":\"[Not of the whole"
                        + " sound: Only the first second can be decoded.] nothing is said in it\"}");
        assertThat(sent())
                .anySatisfy(
                        parts -> assertThat(parts.get(0)).contains("New words").doesNotContain("Old"));
        assertThat(study.one("select sum(expected_tokens) from llm_request where run_id = " + run, Long.class))
                .as("every picture is counted: six of at least 85 tokens")
                .isGreaterThan(6 * 85);
    }

    @Test
    void frames_judged_one_by_one_are_told_what_is_said_in_their_video_where_that_is_chosen() {
        says("tone");
        ended("variables=tone&images=frames%3D10");
        assertThat(sent()).hasSize(7).allSatisfy(parts -> assertThat(parts).containsExactly("The image:", "#"));
        wire.resetRequests();
        ended("variables=tone&images=frames%3D10&transcript=true");
        assertThat(sent())
                .hasSize(7)
                .allSatisfy(parts -> assertThat(parts.get(0)).contains("{\"transcript of its video\":\"New words\"}"));
        assertThat(ona.get("/projects/1/methods").body())
                .contains("Of its post or video each image was sent with the transcript of the video");
    }

    @Test
    void a_try_shows_what_went_together_and_what_it_costs_counts_all_of_it() {
        says("kind");
        var page = ona.post("/projects/1/llm/runs/try", FORM + server + "&variables=kind&unit_pictures=2")
                .body();
        assertThat(page)
                .contains("Tried on 2 posts", "Image 1 of 5", "Image 2 of 5", "/images/5/file")
                .contains("2 posts</", "the sizes of all pictures that go with each")
                .doesNotContain("Image 3 of 5");
        study.execute("""
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each, unit)
                    overriding system value
                    select 61, 1, 'Sealed', 'test', 'simple', id, '{tone}', 5, 1, 1, 1, 1, 'image' from codebook_version;
                insert into sample_image (sample_id, image_id, probability, overlap, wanted) values (61, 6, 1, true, 1)""");
        assertThat(ona.post("/projects/1/llm/runs/try", FORM + server + "&variables=kind&unit_pictures=2")
                        .body())
                .as("a post of which a picture is sealed is not tried")
                .contains("Tried on 1 post<")
                .doesNotContain("Image 1 of 5");
        study.execute("delete from sample where id = 61");
    }

    @Test
    void what_does_not_go_together_is_refused_in_words_before_anything_is_sent() {
        refused(
                "variables=kind&variables=tone",
                "“Kind” is asked of posts and “Tone” of images. Choose variables of one");
        refused("variables=kind&unit=video", "“Kind” is asked of posts, not of videos");
        refused("variables=tone&unit=post", "“Tone” is asked of images, not of posts");
        refused("variables=kind&unit=shot", "A run judges image, post or video");
        refused("variables=kind&unit_pictures=0", "A whole number from 1 to 60.");
        refused("variables=kind&post_pictures=2", "sends the pictures of each anyway");
        refused("variables=kind&examples=7", "a run over posts is shown none");
        refused("variables=kind&edge=4096&unit_pictures=9", "at most 2 can be sent");
        says("kind");
        long run = ended("variables=kind&unit=image");
        assertThat(study.one("select unit || ' ' || total from run where id = " + run, String.class))
                .as("image by image: no video is judged by its poster, and no frame is taken unasked")
                .isEqualTo("image 8");
        assertThat(sent()).allSatisfy(parts -> assertThat(parts).containsExactly("The image:", "#"));
    }

    private static void refused(String further, String sentence) {
        var form = further.contains("edge") ? FORM.replace("edge=512&", "") : FORM;
        var answer = ona.post("/projects/1/llm/runs", form + server + "&cap=1&" + further);
        assertThat(answer.statusCode()).as(further).isEqualTo(422);
        assertThat(answer.body()).as(further).contains(sentence);
        wire.verify(0, postRequestedFor(urlEqualTo(CHAT)));
    }
}
