package codeframe.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs as people and scripts meet them, with the program's own workers. */
class RunPagesTest {
    private static final String WISH = "{\"kind\":\"clip\",\"model\":\"demo\",\"variables\":[\"kind\"],"
            + "\"aggregation\":\"max\",\"seed\":5,\"images\":{\"filter\":{}}}";
    private static final String FORM = "kind=clip&model=demo&variables=kind&aggregation=mean&seed=5";

    private TestApp app;
    private RunStudy study;

    @BeforeEach
    void start() {
        app = TestApp.with(new LetterClassifier(30));
        study = new RunStudy(app.jdbi());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private HttpResponse<String> post(String body) {
        return app.api(World.ONA).post("/api/v1/projects/1/runs", "application/json", body);
    }

    private JsonNode settled(long run) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            var state = app.api(World.ONA).json("/api/v1/projects/1/runs/" + run);
            if (state.get("state").asText().matches("done|failed|cancelled")) {
                return state;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("run " + run + " did not end");
    }

    @Test
    void a_script_starts_a_run_and_reads_what_became_of_every_image() throws Exception {
        study.images(60);
        study.publish();
        var answer = post(WISH);
        assertThat(answer.statusCode()).isEqualTo(202);
        long id = new codeframe.db.Json(answer.body()).tree().get("id").asLong();
        var state = settled(id);
        assertThat(state.get("state").asText()).isEqualTo("done");
        assertThat(state.get("total").asLong()).isEqualTo(60);
        assertThat(state.get("outcomes").get("coded").asLong()).isEqualTo(60);
        assertThat(state.get("model").asText()).isEqualTo("demo");
        assertThat(state.get("precision").asText()).isEqualTo("fp32");
        assertThat(state.get("codebookVersion").asInt()).isEqualTo(1);
        assertThat(state.get("seed").asInt()).isEqualTo(5);
        assertThat(state.get("cost").asInt()).isZero();
        assertThat(state.get("startedAt").asText()).startsWith("20");
        assertThat(state.get("parameters").get("aggregation").asText()).isEqualTo("max");
        var coders = app.api(World.VIC).json("/api/v1/projects/1/coders");
        assertThat(coders.get(0).get("id").asLong())
                .isEqualTo(state.get("coder").asLong());
        assertThat(coders.get(0).get("name").asText()).isEqualTo("CLIP demo #1");
        assertThat(coders.get(0).get("kind").asText()).isEqualTo("run");
        assertThat(study.value("select count(*) from code", Long.class)).isEqualTo(60);
    }

    @Test
    void what_cannot_be_run_is_refused_in_a_sentence() {
        assertThat(post(WISH).body()).contains("No codebook is published yet").contains("There is no image");
        study.images(3);
        study.publish();
        assertThat(post(WISH.replace("clip", "oracle")).body()).contains("There is no kind of run");
        assertThat(post(WISH.replace("demo", "missing")).body())
                .contains("There is no model")
                .contains("missing");
        assertThat(post(WISH.replace("demo", "torn")).body()).contains("Its weights are incomplete.");
        assertThat(post(WISH.replace("[\"kind\"]", "[]")).body()).contains("Choose at least one variable.");
        assertThat(post(WISH.replace("[\"kind\"]", "[\"kin\"]")).body()).contains("no variable \\\"kin\\\"");
        assertThat(post(WISH.replace("[\"kind\"]", "\"kind\"")).body()).contains("must be a list");
        assertThat(post(WISH.replace("max", "guess")).body()).contains("not \\\"guess\\\"");
        assertThat(post(WISH.replace("max", "guess")).statusCode()).isEqualTo(422);
        assertThat(post("[]").statusCode()).isEqualTo(422);
        assertThat(study.value("select count(*) from run", Long.class)).isZero();
    }

    @Test
    void the_form_tells_how_many_images_and_tries_five_of_them_without_storing_anything() {
        var ona = app.browser(World.ONA);
        assertThat(ona.get("/projects/1/runs").body()).contains("No run yet");
        assertThat(ona.get("/projects/1/runs/new").body()).contains("No codebook is published yet");
        study.images(1234);
        study.publish();
        assertThat(ona.get("/projects/1/runs/new").body())
                .contains("1,234 images will be coded")
                .contains("understands only drawn scenes");
        var tried = ona.post("/projects/1/runs/try", FORM).body();
        assertThat(tried)
                .contains("Tried on 5 images")
                .contains("a picture of b")
                .contains("70.0 %");
        assertThat(names(ona.post("/projects/1/runs/try", FORM).body())).isEqualTo(names(tried));
        var wrong = ona.post("/projects/1/runs", FORM.replace("variables=kind", "x=y"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Choose at least one variable.");
        assertThat(study.value("select count(*) from run_item", Long.class)).isZero();
    }

    @Test
    void a_run_over_a_filter_codes_those_images_alone_and_an_unknown_filter_is_refused() throws Exception {
        study.images(30);
        study.publish();
        app.jdbi().useHandle(handle -> handle.execute("update image set account = 'green' where id <= 10"));
        var green = post(WISH.replace("\"filter\":{}", "\"filter\":{\"account\":[\"green\"]}"));
        long id = new codeframe.db.Json(green.body()).tree().get("id").asLong();
        assertThat(settled(id).get("total").asInt()).isEqualTo(10);
        var unknown = post(WISH.replace("\"filter\":{}", "\"filter\":{\"acount\":\"green\"}"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("acount");
        var ona = app.browser(World.ONA);
        assertThat(ona.get("/projects/1/runs/new?account=green").body())
                .contains("10 images will be coded")
                .contains("account green");
        var started = ona.post("/projects/1/runs", FORM + "&images=account%3Dgreen");
        var path = started.headers().firstValue("Location").orElseThrow();
        assertThat(ona.get(path).body()).contains("account green");
        settled(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
        var again = "/projects/1/runs/new?like=" + path.substring(path.lastIndexOf('/') + 1) + "&amp;account=green";
        assertThat(ona.get(path).body()).contains("href=\"" + again + "\"");
        assertThat(ona.get(again.replace("&amp;", "&")).body())
                .contains("Filled with the settings of", "10 images will be coded", "value=\"mean\" selected")
                .containsPattern("name=\"seed\"[^>]*value=\"5\"")
                .doesNotContain("no longer here");
        app.jdbi().useHandle(handle -> handle.execute("update run set model = 'old'"));
        assertThat(ona.get(again.replace("&amp;", "&")).body()).contains("Its model old is no longer here");
        assertThat(study.value("select count(*) from run_item", Long.class)).isEqualTo(20);
    }

    private static String names(String html) {
        return java.util.regex.Pattern.compile("\\d+\\.png")
                .matcher(html)
                .results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_person_starts_pauses_continues_and_reads_the_outcomes() throws Exception {
        study.images(400);
        study.publish();
        var ona = app.browser(World.ONA);
        var started = ona.post("/projects/1/runs", FORM);
        assertThat(started.statusCode()).isEqualTo(303);
        var path = started.headers().firstValue("Location").orElseThrow();
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        assertThat(ona.post(path + "/pause", "").statusCode()).isEqualTo(303);
        assertThat(ona.get(path).body()).contains("paused").contains("Continue");
        assertThat(ona.post(path + "/pause", "").statusCode()).isEqualTo(409);
        assertThat(ona.post(path + "/continue", "").statusCode()).isEqualTo(303);
        settled(id);
        var page = ona.get(path).body();
        assertThat(page)
                .contains("CLIP demo #1")
                .contains(">400<")
                .contains("version 1")
                .contains("fp32")
                .contains("What next?", "/projects/1/validation?coder=");
        assertThat(page).contains("For 200 of 400 images the vectors of an earlier run were used.");
        assertThat(ona.get("/projects/1/runs").body()).contains("CLIP demo #1", "<td>Kind</td>");
        assertThat(ona.get(path + "/outcomes/coded").body()).contains("1.png").contains("Next");
        assertThat(app.browser(World.VIC).post(path + "/cancel", "").statusCode())
                .isEqualTo(403);
        assertThat(ona.post(path + "/cancel", "").statusCode()).isEqualTo(409);
    }

    @Test
    void progress_comes_as_server_sent_events_until_the_state_changes() throws Exception {
        study.images(400);
        study.publish();
        var ona = app.browser(World.ONA);
        var path = ona.post("/projects/1/runs", FORM)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var events = ona.send(HttpRequest.newBuilder(ona.uri(path + "/live"))
                .header("Accept", "text/event-stream")
                .GET());
        assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(events.body()).contains("event: changed");
    }

    @Test
    void a_cancelled_run_counts_every_image() throws Exception {
        study.images(300);
        study.publish();
        long id = new codeframe.db.Json(post(WISH).body()).tree().get("id").asLong();
        var answer = app.api(World.ONA).post("/api/v1/projects/1/runs/" + id + "/cancel", "application/json", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        var outcomes = settled(id).get("outcomes");
        long sum = 0;
        for (var n : outcomes) {
            sum += n.asLong();
        }
        assertThat(sum).isEqualTo(300);
    }
}
