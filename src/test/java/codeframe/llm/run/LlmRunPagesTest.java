package codeframe.llm.run;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.ask.PostTerms;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.NumberText;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a server to a run and its bill, by the pages. */
class LlmRunPagesTest {
    private static final String CHAT = "/v1/chat/completions";

    private TestApp app;
    private LlmStudy study;
    private WireMockServer wire;
    private Browser ona;
    private long server;

    @BeforeEach
    void start() {
        app = TestApp.start();
        wire = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        wire.start();
        wire.stubFor(post(CHAT).willReturn(Replies.good()));
        wire.stubFor(get("/v1/models").willReturn(okJson("{\"data\":[{\"id\":\"eye\"}]}")));
        study = new LlmStudy(app.database);
        study.publish();
        study.images(12);
        server = study.server(wire.baseUrl() + "/v1");
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        wire.stop();
        app.close();
    }

    private String form(String further) {
        return "server=" + server + "&model=eye&variables=kind&variables=place&edge=512&max_tokens=100&samples=1"
                + "&anonymity=true&seed=5&temperature=0&" + further;
    }

    private String begin(String further) {
        var answer = ona.post("/projects/1/llm/runs", form(further));
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private void await(String state) {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (!study.one("select state from run", String.class).equals(state)) {
            assertThat(Instant.now()).as("waiting for " + state).isBefore(end);
            LlmStudy.pause();
        }
    }

    @Test
    void a_try_by_the_form_of_other_runs_is_refused_in_words_and_sends_nothing() {
        var answer = ona.post("/projects/1/runs/try", "kind=llm&" + form("cap=1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        wire.verify(0, postRequestedFor(urlEqualTo(CHAT)));
    }

    @Test
    void a_run_by_a_model_is_chosen_at_one_address_whichever_way_one_comes() {
        var led = ona.get("/projects/1/runs/new?by=llm&account=cnn");
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location")).contains("/projects/1/llm/runs/new?account=cnn");
        assertThat(ona.get("/projects/1/runs").body()).contains("href=\"/projects/1/llm/runs/new\"");
        assertThat(ona.get("/projects/1").body()).contains("href=\"/projects/1/llm/runs/new\"");
        assertThat(ona.get("/projects/1/codebook/prompt").body()).contains("href=\"/projects/1/llm/runs/new\"");
    }

    @Test
    void the_new_run_page_leads_here_and_lists_the_models_of_the_server() {
        assertThat(ona.get("/projects/1/runs/new").body()).contains("/projects/1/llm/runs/new");
        assertThat(ona.get("/projects/1/llm/runs/new").body())
                .contains("Try on 5", "Longest edge", "12 images will be coded", "Kind", "Place");
        assertThat(ona.get("/projects/1/llm/runs/models?server=" + server).body())
                .contains("value=\"eye\"");
    }

    @Test
    void a_try_shows_prompt_answer_codes_tokens_and_price_and_proposes_a_cap() {
        var page = ona.post("/projects/1/llm/runs/try", form("")).body();
        assertThat(page)
                .contains("Tried on 5 images", "Prompt as sent", "1,000 tokens in", "$0.0012", "outside")
                .contains("What the whole run will cost")
                .containsPattern("name=\"cap\" type=\"text\" value=\"0\\.0\\d+\"");
        assertThat(study.one("select count(*) from llm_request where purpose = 'try'", Long.class))
                .isEqualTo(5);
        assertThat(study.one("select count(*) from code", Long.class)).isZero();
    }

    @Test
    void a_proposed_cap_follows_the_newest_estimate_and_nothing_urges_to_start_what_failed() {
        var cheap = ona.post("/projects/1/llm/runs/try", form("")).body();
        var proposed = "cap=" + field(cheap, "cap") + "&proposed_cap=" + field(cheap, "proposed_cap");
        study.execute("update llm_price set input = 100");
        var dear = ona.post("/projects/1/llm/runs/try", form(proposed)).body();
        assertThat(Double.parseDouble(field(dear, "cap"))).isGreaterThan(10 * Double.parseDouble(field(cheap, "cap")));
        var own = ona.post("/projects/1/llm/runs/try", form("cap=0.5&proposed_cap=0.02"))
                .body();
        assertThat(field(own, "cap")).as("one's own stays").isEqualTo("0.5");
        assertThat(own)
                .contains("<button class=\"button primary\">Start the run", "From what the server counted for 5");
        wire.stubFor(
                post(CHAT).willReturn(okJson(Replies.completion(Replies.GOOD, null, "stop", Replies.usage(9, 0, 5)))));
        assertThat(ona.post("/projects/1/llm/runs/try", form("")).body())
                .contains("Tried on 5 images", "read only 9 tokens", "before you start");
        wire.stubFor(post(CHAT).willReturn(Replies.error(503, "Away", "away")));
        assertThat(ona.post("/projects/1/llm/runs/try", form("")).body())
                .contains(
                        "<button class=\"button \">Start the run",
                        "How eye counts the tokens of an image is not known");
    }

    @Test
    void what_a_try_proposes_can_be_started_as_it_stands() {
        study.execute("update llm_price set input = 0.4, cached_input = 0.1, output = 1.6");
        var page = ona.post("/projects/1/llm/runs/try", form("")).body();
        var path = begin("cap=" + field(page, "cap") + "&estimate_low=" + field(page, "estimate_low")
                + "&estimate_high=" + field(page, "estimate_high"));
        await("done");
        assertThat(ona.get(path).body()).contains("Estimated", "spent of at most");
        assertThat(study.one("select spent between estimate_low and estimate_high from llm_budget", Boolean.class))
                .isTrue();
    }

    private static String field(String page, String name) {
        var matcher = java.util.regex.Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"")
                .matcher(page);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    @Test
    void a_run_codes_every_image_and_its_bill_adds_up() {
        var path = begin("cap=1");
        await("done");
        assertThat(ona.get(path).body()).contains("What it costs", "$0.0144", "coded");
        assertThat(study.one("select count(*) from code", Long.class)).isEqualTo(24);
        assertThat(study.one("select cost = 0.0144 from run_overview", Boolean.class))
                .isTrue();
        assertThat(ona.get("/projects/1/llm/costs").body()).contains("$0.0144", "12 requests", "By month");
        assertThat(ona.get("/projects/1/images/" + study.one("select min(id) from image", Long.class))
                        .body())
                .contains("Prompt and answer");
        assertThat(app.api(World.ONA).get("/api/v1/projects/1/codes-wide.csv").body())
                .contains("cost_usd")
                .contains("0.0012");
        assertThat(ona.get(path + "/requests").body()).contains("1.png", "answered");
        long image = study.one("select min(id) from image", Long.class);
        assertThat(ona.get(path + "/requests/" + image).body()).contains("outside", "Prompt of request 1");
    }

    @Test
    void a_run_stops_at_its_cap_with_everything_kept_and_goes_on_when_it_is_raised() {
        var path = begin("cap=0.013");
        await("failed");
        assertThat(study.one("select spent <= cap and reserved = 0 from llm_budget", Boolean.class))
                .isTrue();
        long coded = study.one("select count(*) from coding", Long.class);
        assertThat(coded).isBetween(1L, 10L);
        assertThat(ona.get(path).body()).contains("reached its cap of $0.0130");
        assertThat(ona.post(path + "/cap", "cap=0.001").statusCode()).isEqualTo(409);
        assertThat(ona.post(path + "/cap", "cap=0").statusCode()).isEqualTo(422);
        assertThat(ona.post(path + "/cap", "cap=1").statusCode()).isEqualTo(303);
        ona.post(path + "/continue", "");
        await("done");
        assertThat(study.one("select count(*) from coding", Long.class)).isEqualTo(12);
        assertThat(wire.findAll(postRequestedFor(urlEqualTo(CHAT)))).hasSize(12);
    }

    @Test
    void what_is_wrong_is_told_before_anything_is_spent() {
        assertThat(ona.post("/projects/1/llm/runs", form("cap=0")).body()).contains("With a cap of 0");
        assertThat(ona.post("/projects/1/llm/runs", form("")).body()).contains("Say how much the run may cost");
        assertThat(ona.post("/projects/1/llm/runs", form("cap=1").replace("model=eye", "model=other"))
                        .body())
                .contains("The price of other on Fake is not known", "Open the price list");
        assertThat(ona.post("/projects/1/llm/runs", form("cap=1").replace("variables", "x"))
                        .body())
                .contains("Choose at least one variable");
        assertThat(ona.post(
                                "/projects/1/llm/runs/try",
                                form("edge=9&temperature=hot&samples=99").replace("edge=512", ""))
                        .body())
                .contains("from 64 to 4096");
        assertThat(wire.findAll(postRequestedFor(urlEqualTo(CHAT)))).isEmpty();
        assertThat(study.one("select count(*) from run", Long.class)).isZero();
    }

    @Test
    void a_model_on_another_computer_needs_the_projects_consent() {
        study.execute("update llm_server set base_url = 'http://192.0.2.1/v1'");
        assertThat(ona.post("/projects/1/llm/runs", form("cap=1")).body())
                .contains("images of this project may not leave this server");
    }

    @Test
    void a_prompt_above_the_models_window_is_refused_before_anything_is_asked() {
        wire.stubFor(get("/v1/models").willReturn(okJson("{\"data\":[{\"id\":\"eye\",\"max_model_len\":512}]}")));
        var sentence = "more than the 512 that eye takes at once";
        assertThat(ona.post("/projects/1/llm/runs/try", form("")).body()).contains(sentence);
        assertThat(ona.post("/projects/1/llm/runs", form("cap=1")).body()).contains(sentence);
        assertThat(wire.findAll(postRequestedFor(urlEqualTo(CHAT)))).isEmpty();
    }

    @Test
    void a_free_model_needs_no_cap() {
        study.execute("update llm_price set input = 0, cached_input = 0, output = 0");
        begin("");
        await("done");
        assertThat(study.one("select spent from llm_budget", Long.class)).isZero();
    }

    @Test
    void a_refused_key_is_told_by_the_try() {
        wire.stubFor(post(CHAT).willReturn(Replies.error(401, "Incorrect API key", "invalid_api_key")));
        var page = ona.post("/projects/1/llm/runs/try", form(""));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("refuses the key").contains("Incorrect API key");
    }

    @Test
    void what_is_chosen_by_hand_is_sent_kept_with_the_run_and_told_by_the_methods() {
        var chosen = "cap=1&send_seed=false&effort=low&token_limit=max_completion_tokens&fields=";
        var own = ona.post("/projects/1/llm/runs", form(chosen + Browser.encode("{\"seed\": 4}")));
        assertThat(own.body()).contains("is written by itself", "What may be sent is");
        assertThat(ona.post("/projects/1/llm/runs", form(chosen + Browser.encode("{top_p")))
                        .body())
                .contains("This is not JSON");
        assertThat(ona.post("/projects/1/llm/runs", form("cap=1&effort=huge")).body())
                .contains("This is none, minimal, low");
        var path = begin(chosen.replace("effort=low", "effort=low&temperature=") + Browser.encode("{\"top_p\": 0.9}"));
        await("done");
        wire.verify(
                12,
                postRequestedFor(urlEqualTo(CHAT))
                        .withRequestBody(matchingJsonPath("$[?(@.top_p == 0.9 && @.reasoning_effort == 'low')]"))
                        .withRequestBody(matchingJsonPath("$.max_completion_tokens", equalTo("100")))
                        .withRequestBody(notMatching("(?s).*\"(seed|max_tokens)\".*")));
        assertThat(ona.get(path).body()).contains("Reasoning effort", "not sent to the server", "Further fields");
        assertThat(ona.get("/projects/1/methods").body())
                .contains("none carried the seed", "the reasoning effort low", "top_p");
    }

    @Test
    void the_probability_of_an_answer_is_the_confidence_of_its_codes_by_choice_and_a_refusal_is_listened_to() {
        assertThat(ona.post("/projects/1/llm/runs", form("cap=1&logprobs=true").replace("samples=1", "samples=3"))
                        .body())
                .contains("the share of the most frequent answer is the confidence");
        assertThat(ona.post("/projects/1/llm/runs/try", form("logprobs=true")).body())
                .contains("gave none that fit it, so codes have no confidence");
        wire.stubFor(post(CHAT).willReturn(okJson(Replies.withLogprobs("a", 0.8, "b", 0.15))));
        assertThat(ona.post("/projects/1/llm/runs/try", form("logprobs=true")).body())
                .contains("<span class=\"muted small\">0.80</span>")
                .doesNotContain("codes have no confidence");
        var path = begin("cap=1&logprobs=true");
        await("done");
        wire.verify(postRequestedFor(urlEqualTo(CHAT))
                .withRequestBody(matchingJsonPath("$[?(@.logprobs == true && @.top_logprobs == 5)]")));
        assertThat(study.one(
                        "select min(confidence) || ' ' || min(detail -> 'shares' ->> 'b') from code where variable = 'kind'",
                        String.class))
                .isEqualTo("0.8 0.15");
        assertThat(ona.get(path).body()).contains("from the probabilities of the answer");
        assertThat(ona.get("/projects/1/methods").body())
                .contains("the probability with which the model wrote its value");
        assertThat(ona.get("/projects/1/llm/runs/new?like=" + path.replaceAll(".*/", ""))
                        .body())
                .containsPattern("name=\"logprobs\" type=\"checkbox\" value=\"true\" checked");
        readAgainIsAsSure();
        wire.stubFor(post(CHAT)
                .withRequestBody(matchingJsonPath("$.logprobs"))
                .willReturn(Replies.error(403, "You are not allowed to request logprobs from this model", "")));
        wire.stubFor(post(CHAT).withRequestBody(notMatching("(?s).*logprobs.*")).willReturn(Replies.good()));
        study.execute("delete from run");
        begin("cap=1&logprobs=true");
        await("done");
        assertThat(study.one("select string_agg(habit, ' ') from llm_habit", String.class))
                .isEqualTo("no_logprobs");
        assertThat(study.one("select count(confidence) from code", Long.class)).isZero();
        assertThat(ona.get("/projects/1/methods").body())
                .contains("were not asked for, because the server refuses them");
    }

    /** From the ledger, as after a kill. */
    private void readAgainIsAsSure() {
        wire.resetRequests();
        study.execute("update run_item set outcome = null, worker = null, detail = null; delete from coding;"
                + " update run set state = 'queued', starts = starts + 1, finished_at = null");
        study.finish(study.one("select id from run", Long.class));
        wire.verify(0, postRequestedFor(urlEqualTo(CHAT)));
        assertThat(study.one(
                        "select count(*) from code where variable = 'kind' and confidence = 0.8::real", Long.class))
                .isEqualTo(12);
    }

    @Test
    void a_stopped_run_offers_a_new_one_with_its_settings_which_waits_to_be_started() {
        study.execute("insert into example (project_id, image_id, codes) select 1, min(id), '[]' from image");
        long shown = study.one("select image_id from example", Long.class);
        var path = begin("cap=0.002&effort=low&send_seed=false&shuffle=true&split=variable&format=png"
                + "&detail=high&schema=json&examples=" + shown + "&part:role=You+look+closely.&fields="
                + Browser.encode("{\"top_p\": 0.9}"));
        await("failed");
        long run = study.one("select id from run", Long.class);
        var again = "/projects/1/llm/runs/new?like=" + run;
        assertThat(ona.get(path).body()).contains("href=\"" + again + "\"", "new run with these settings");
        assertThat(app.browser(World.VIC).get(path).body()).doesNotContain(again);
        var page = ona.get(again).body();
        assertThat(page)
                .contains("Filled with the settings of", "You look closely.", "top_p", "12 images will be coded");
        for (var typed : List.of("cap=0.002", "edge=512", "seed=5", "max_tokens=100", "temperature=0")) {
            assertThat(field(page, typed.split("=")[0])).isEqualTo(typed.split("=")[1]);
        }
        assertThat(page)
                .contains("value=\"low\" selected", "value=\"png\" selected", "value=\"high\" selected")
                .contains("value=\"variable\" selected", "value=\"json\" selected", "value=\"false\" selected")
                .containsPattern("id=\"example-" + shown + "\"[^>]*checked")
                .containsPattern("name=\"shuffle\"[^>]*checked");
        assertThat(study.one("select count(*) from run", Long.class)).isEqualTo(1);
        study.execute("insert into codebook_version (project_id, number, content, published_at)"
                + " select 1, 2, content, now() from codebook_version");
        study.execute("delete from example");
        assertThat(ona.get(again).body())
                .contains("made with version 1 of the codebook; a new run uses version 2", "as the prompt has it now")
                .contains("Not all of its examples", "You look closely.");
        study.execute("update run set parameters = jsonb_set(parameters, '{server}', '999')");
        assertThat(ona.get(again).body())
                .as("no other server is sent images unless somebody chooses it")
                .contains("Its server is no longer here: choose one.")
                .containsPattern("<option value=\"\" selected[^>]*>Choose a server");
        assertThat(ona.get("/projects/1/ensemble/runs/new?like=" + run).statusCode())
                .isEqualTo(404);
        assertThat(ona.get("/projects/1/llm/runs/new?like=none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_post_is_sent_with_its_images_where_that_is_chosen_and_the_price_and_the_methods_say_so() {
        study.execute("insert into post (project_id, external_id, text) values (1, 'p', 'Vote now')");
        study.execute("update image set post_id = (select id from post)");
        assertThat(ona.get("/projects/1/llm/runs/new").body()).contains("Nothing unless you choose it");
        var chosen = "post_caption=true&post_pictures=3&";
        wire.stubFor(post(CHAT).willReturn(Replies.error(503, "Away", "away")));
        var alone = ona.post("/projects/1/llm/runs/try", form("")).body();
        var page = ona.post("/projects/1/llm/runs/try", form(chosen)).body();
        assertThat(Double.parseDouble(field(page, "estimate_low")))
                .as("by our own count, with three pictures more")
                .isGreaterThan(Double.parseDouble(field(alone, "estimate_low")) * 2);
        assertThat(page).contains("Vote now");
        wire.stubFor(post(CHAT).willReturn(Replies.good()));
        assertThat(ona.post("/projects/1/llm/runs", form("cap=1&post_pictures=21"))
                        .body())
                .contains("A whole number from 0 to 20.");
        var large = form("cap=1&post_pictures=20").replace("edge=512", "edge=4096");
        assertThat(ona.post("/projects/1/llm/runs", large).body())
                .contains("at most 1 other can be sent, and with so many others a longest edge of at most 1,380.");
        var path = begin("cap=1&" + chosen);
        await("done");
        assertThat(ona.get(path).body()).contains("Of its post", "caption, at most 3 other pictures");
        assertThat(ona.get("/projects/1/methods").body())
                .contains(
                        "Of its post each image was sent with the caption (at most "
                                + NumberText.count(PostTerms.MOST_CHARACTERS)
                                + " characters of it) and at most 3 other pictures of it",
                        "The other pictures may be of sealed or blind samples too");
        long image = study.one("select min(id) from image", Long.class);
        assertThat(ona.get(path + "/requests/" + image).body()).contains("What was told of the image", "Vote now");
        var refused = app.api(World.ONA)
                .post(
                        "/api/v1/projects/1/runs",
                        "application/json",
                        "{\"kind\":\"ensemble\",\"model\":\"eye\",\"server\":\"Fake\",\"cap\":1,"
                                + "\"variables\":[\"kind\"],\"post_caption\":true}");
        assertThat(refused.body()).contains("has no \\\"post_caption\\\"");
    }

    @Test
    void scripts_start_a_run_too() {
        var api = app.api(World.ONA);
        var begun = api.post(
                "/api/v1/projects/1/runs",
                "application/json",
                "{\"kind\":\"llm\",\"model\":\"eye\",\"server\":\"Fake\",\"cap\":1,\"variables\":[\"kind\"],"
                        + "\"fields\":{\"top_k\":20}}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        await("done");
        wire.verify(12, postRequestedFor(urlEqualTo(CHAT)).withRequestBody(matchingJsonPath("$[?(@.top_k == 20)]")));
        var refused = api.post(
                "/api/v1/projects/1/runs",
                "application/json",
                "{\"kind\":\"llm\",\"model\":\"eye\",\"server\":\"Fake\",\"variables\":[\"kind\"]}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say how much the run may cost");
    }
}
