package codeframe.llm.run;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that says the same when it is asked again, and something else when it is asked in other words. */
class StabilityDesignTest {
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
        wire.stubFor(post(CHAT).willReturn(Replies.saying("{\"kind\":\"a\",\"place\":\"inside\"}")));
        wire.stubFor(post(CHAT)
                .withRequestBody(containing("Your task is to classify one picture"))
                .willReturn(Replies.saying("{\"kind\":\"b\",\"place\":\"inside\"}")));
        study = new LlmStudy(app.database);
        study.publish();
        study.images(12);
        server = study.server(wire.baseUrl() + "/v1");
        ona = app.browser(World.ONA);
        ona.get("/projects/1/llm/runs/new");
    }

    @AfterEach
    void stop() {
        wire.stop();
        app.close();
    }

    private HttpResponse<String> check(String further) {
        return ona.post(
                "/projects/1/llm/stability",
                "server=" + server + "&model=eye&variables=kind&variables=place&edge=512&max_tokens=100&samples=1"
                        + "&anonymity=true&seed=5&temperature=0&" + further);
    }

    @Test
    void five_images_are_coded_four_times_and_the_wording_is_found_out() {
        assertThat(ona.get("/projects/1/llm/runs/new").body()).contains("Check stability", "Repetitions");
        var begun = check("check_images=5&check_times=2&check_words=true&check_cap=0.40");
        var path = begun.headers().firstValue("Location").orElseThrow(() -> new AssertionError(begun.body()));
        awaitAll();
        var body = ona.get(path).body();
        assertThat(body)
                .contains("5 images, coded 4 times", "a second wording", "a third wording", "5 of 5")
                .contains("Kind", "unstable", "always the same answer");
        assertThat(study.one("select count(distinct parameters ->> 'cap') from run", Long.class))
                .isEqualTo(1);
        assertThat(study.one("select (parameters ->> 'cap')::numeric from run limit 1", Double.class))
                .isEqualTo(0.1);
        wire.verify(20, postRequestedFor(urlEqualTo(CHAT)));
        assertThat(ona.get("/projects/1/llm/stability").body()).contains(path, "finished");
    }

    private void awaitAll() {
        var end = Instant.now().plus(Duration.ofSeconds(90));
        while (study.one("select count(*) from run where state = 'done'", Long.class) < 4) {
            assertThat(Instant.now()).isBefore(end);
            LlmStudy.pause();
        }
    }

    @Test
    void what_is_wrong_is_said_and_nothing_begins() {
        assertThat(check("check_images=5&check_times=1&check_cap=1").body()).contains("Once says nothing");
        assertThat(check("check_images=0&check_times=2&check_cap=1").body()).contains("A whole number from 2 to 500");
        assertThat(check("check_images=5&check_times=2&check_cap=much").body()).contains("Dollars such as");
        assertThat(check("check_images=5&check_times=2").body()).contains("how much the check may cost");
        assertThat(check("check_images=5&check_times=2&check_cap=0").body()).contains("how much the check may cost");
        assertThat(check("check_images=5&check_times=2&check_cap=1").statusCode())
                .isEqualTo(303);
        assertThat(study.one("select count(*) from selection", Long.class)).isEqualTo(1);
    }

    @Test
    void a_run_is_asked_with_the_words_that_were_rewritten_for_it_alone() {
        var page = ona.get("/projects/1/llm/runs/new").body();
        assertThat(page).contains("Rewrite the prompt for this run alone", "name=\"part:role\"");
        var form = "server=" + server + "&model=eye&variables=kind&edge=512&max_tokens=100&samples=1&seed=5&cap=1&";
        var empty = ona.post("/projects/1/llm/runs", form + "part:role=");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Role: This part may not be empty");
        assertThat(ona.post("/projects/1/llm/runs", form + "part:role=Look+closely.")
                        .statusCode())
                .isEqualTo(303);
        assertThat(study.one(
                        "select jsonb_path_query_first(parameters, '$.prompt.parts.parts[*] ? (@.name == \"role\").text')"
                                + " #>> '{}' from run",
                        String.class))
                .isEqualTo("Look closely.");
        assertThat(study.one("select count(*) from prompt_part", Long.class)).isZero();
    }
}
