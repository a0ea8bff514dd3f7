package codeframe.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.ask.CheckDrawing;
import codeframe.llm.server.Preset;
import codeframe.llm.server.Presets;
import codeframe.llm.server.RequestHabit;
import codeframe.testing.Browser;
import codeframe.testing.JudgingServer;
import codeframe.testing.ProviderRules;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers are added as their kind is usually spoken to, and a test shows whether a model of theirs can code images. */
class ServerPresetsTest {
    private static final String SERVERS = "/projects/1/llm/servers";
    private static TestApp app;
    private static WireMockServer wire;
    private static JudgingServer judge;
    private static Browser ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        wire = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        wire.start();
        judge = JudgingServer.start();
        for (var shape : CheckDrawing.Shape.values()) {
            for (var paint : CheckDrawing.Paint.values()) {
                var drawing = new CheckDrawing(shape, paint);
                var words = drawing.words().split(" ");
                judge.show(drawing.picture(), Map.of("colour", words[0], "shape", words[1]));
            }
        }
        ona = app.browser(World.ONA);
    }

    @AfterAll
    static void stop() {
        judge.close();
        wire.stop();
        app.close();
    }

    @BeforeEach
    void empty() {
        wire.resetAll();
        judge.be(ProviderRules.NONE);
        app.jdbi().useHandle(handle -> handle.execute("delete from llm_server"));
    }

    private static String add(String baseUrl, String further) {
        var answer = ona.post(SERVERS, "name=Fake&in_flight=8&base_url=" + Browser.encode(baseUrl) + "&" + further);
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static <T> T one(String sql, Class<T> type) {
        return app.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }

    private static String text(String html) {
        return html.replaceAll("\\s+", " ").replace("&#39;", "'").replace("&#34;", "\"");
    }

    @Test
    void every_kind_says_where_its_key_comes_from_and_where_images_go_and_can_be_added_as_proposed() {
        for (var preset : Presets.all()) {
            var page = text(ona.get(SERVERS + "?preset=" + preset.key()).body());
            assertThat(page).as(preset.key()).contains(preset.keyFrom(), preset.data(), "value=\"" + preset.address());
            assertThat(page).as("the day of what is stated").contains(preset.stated() == null ? "" : "as of 202");
            var address = preset.address().isEmpty()
                    ? "http://127.0.0.1:9/v1"
                    : preset.address().replace("NAME", "our");
            var path = add(address, sent(preset));
            assertThat(text(ona.get(path).body())).contains(preset.data());
            for (var habit : preset.habits()) {
                assertThat(ona.get(path).body())
                        .contains(RequestHabit.named(habit).orElseThrow().sentence(), "Documented by the provider");
            }
            ona.post(path + "/remove", "");
        }
        assertThat(ona.post(SERVERS, "name=A&in_flight=8&base_url=https://NAME.openai.azure.com/openai/v1")
                        .body())
                .contains("your own resource for NAME");
    }

    private static String sent(Preset preset) {
        return "preset=" + preset.key() + "&key_header=" + preset.keyHeader() + "&api_version=" + preset.apiVersion();
    }

    @Test
    void what_is_left_empty_is_proposed_by_where_the_server_is() {
        ona.post(SERVERS, "name=Here&base_url=http://127.0.0.1:9/v1");
        ona.post(SERVERS, "name=Elsewhere&base_url=http://192.0.2.1/v1");
        var proposed =
                "select in_flight || ' ' || patience_minutes || ' ' || give_up_minutes from llm_server where name = ";
        assertThat(one(proposed + "'Here'", String.class)).isEqualTo("1 10 60");
        assertThat(one(proposed + "'Elsewhere'", String.class)).isEqualTo("8 2 60");
        assertThat(ona.post(SERVERS, "name=A&base_url=http://a/v1&patience=61&give_up=0&batch_size=0")
                        .body())
                .contains("from 1 to 60, or nothing", "from 1 to 10080, or nothing", "from 1 to 5000, or nothing");
        var path = add("http://127.0.0.1:9/v1", "batch_size=80");
        app.jdbi().useHandle(handle -> handle.execute("update llm_server set batch_bears = 7 where name = 'Fake'"));
        assertThat(text(ona.get(path).body())).contains("value=\"80\"", "batches of at most 7 requests");
        ona.post(path, "name=Fake&batch_size=90&base_url=http://127.0.0.1:9/v1");
        assertThat(text(ona.get(path).body())).contains("value=\"90\"").doesNotContain("batches of at most");
    }

    @Test
    void azures_classic_form_is_asked_by_deployment_with_its_version_and_header() {
        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("{}")));
        var refused = ona.post(
                SERVERS,
                "name=A&in_flight=8&api_version=2024-10-21&base_url=" + wire.baseUrl() + "/openai/deployments/eye");
        assertThat(refused.body()).contains("With a version the address ends");
        var path = add(wire.baseUrl(), "key=secret-of-azure&key_header=api-key&api_version=2024-10-21");
        assertThat(text(ona.post(path + "/test", "model=eye").body())).contains("does not know the model eye");
        wire.verify(postRequestedFor(urlEqualTo("/openai/deployments/eye/chat/completions?api-version=2024-10-21"))
                .withHeader("api-key", equalTo("secret-of-azure"))
                .withoutHeader("Authorization"));
        wire.verify(getRequestedFor(urlPathEqualTo("/openai/models")));
    }

    @Test
    void further_headers_are_sent_sealed_kept_by_their_name_and_never_shown() {
        wire.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[]}")));
        var path =
                add(wire.baseUrl() + "/v1", "headers=" + Browser.encode("X-Org: house-47-secret\nX-Other: two words"));
        var page = ona.post(path + "/test", "").body();
        assertThat(page).contains("X-Org:", "X-Other:").doesNotContain("house-47-secret", "two words");
        wire.verify(getRequestedFor(urlEqualTo("/v1/models"))
                .withHeader("X-Org", equalTo("house-47-secret"))
                .withHeader("X-Other", equalTo("two words")));
        assertThat(one("select string_agg(encode(sealed_value, 'escape'), ' ') from llm_header", String.class))
                .doesNotContain("house");
        ona.post(path, "name=Fake&in_flight=8&headers=X-Org:&base_url=" + wire.baseUrl() + "/v1");
        assertThat(one("select string_agg(name, ' ') from llm_header", String.class))
                .isEqualTo("X-Org");
        ona.post(path + "/test", "");
        wire.verify(2, getRequestedFor(urlEqualTo("/v1/models")).withHeader("X-Org", equalTo("house-47-secret")));
        assertThat(ona.post(path, "name=Fake&in_flight=8&headers=X-Org:&base_url=http://127.0.0.1:9/v1")
                        .body())
                .contains("go to their old address alone");
        assertThat(ona.post(path, "name=Fake&in_flight=8&headers=X-New:&base_url=" + wire.baseUrl() + "/v1")
                        .body())
                .contains("Type the value of the header X-New");
        wire.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"who is house-47-secret?\"}")));
        assertThat(text(ona.post(path + "/test", "").body()))
                .contains("who is (secret)?")
                .doesNotContain("house-47-secret");
        for (var header : new String[] {"Host", "hOST", "Content-Encoding", "te"}) {
            assertThat(ona.post(path, "name=Fake&key_header=" + header + "&base_url=" + wire.baseUrl() + "/v1")
                            .body())
                    .contains("is written by the connection itself");
        }
        for (var wrong : new String[] {"Authorization: Bearer x", "X Y: z", "X-Org: a\nx-org: b", "expect: x"}) {
            var answer = ona.post(path, "name=Fake&in_flight=8&base_url=http://a/v1&headers=" + Browser.encode(wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
        }
        ona.post(path + "/remove", "");
        assertThat(one("select count(*) from llm_header", Long.class)).isZero();
    }

    @Test
    void a_test_shows_a_drawing_and_tells_what_the_model_made_of_it_and_what_it_cost() {
        var path = add(judge.url(), "");
        assertThat(text(ona.post(path + "/test", "model=judge-1").body()))
                .contains("judge-1 answers.", "It sees images: it recognised a", "keeps to the schema", "seconds,")
                .contains("it is booked when you type it");
        assertThat(text(ona.get("/projects/1/llm/costs").body()))
                .contains("1 test was made before the model had a price");
        var before = judge.charged().get(0);
        ona.post(
                path + "/prices", "model=judge-1&valid_from=2999-01-01&input=9&cached_input=9&output=9&batch_factor=1");
        ona.post(
                path + "/prices", "model=judge-1&valid_from=2020-01-01&input=1&cached_input=1&output=4&batch_factor=1");
        assertThat(one("select cost from llm_request where purpose = 'test'", BigDecimal.class))
                .as("booked later")
                .isEqualByComparingTo(BigDecimal.valueOf(before.input() + 4L * before.output())
                        .movePointLeft(6));
        assertThat(ona.get("/projects/1/llm/costs").body()).doesNotContain("before the model had a price");
        judge.be(ProviderRules.NONE);
        assertThat(text(ona.post(path + "/test", "model=judge-1").body())).contains(", and cost $");
        var charged = judge.charged().get(0);
        assertThat(one(
                        "select cost from llm_request where purpose = 'test' order by id desc limit 1",
                        BigDecimal.class))
                .isEqualByComparingTo(BigDecimal.valueOf(charged.input() + 4L * charged.output())
                        .movePointLeft(6));
    }

    @Test
    void every_providers_refusals_are_learned_by_the_test() {
        for (var file : ProviderRules.ALL) {
            var provider = ProviderRules.of(file);
            judge.be(provider);
            var kind = Presets.of(provider.preset());
            var path = add(
                    kind.apiVersion().isEmpty() ? judge.url() : judge.host(),
                    sent(kind).replace("preset=" + kind.key(), "preset=other") + "&key=secret-of-tests");
            var habits = provider.habits().stream()
                    .map(habit -> RequestHabit.named(habit).orElseThrow().sentence())
                    .toList();
            assertThat(text(ona.post(path + "/test", "model=judge-1").body()))
                    .as(file)
                    .contains("It sees images")
                    .contains(habits.isEmpty() ? List.of("keeps to the schema") : habits.subList(0, 1));
            ona.post(path + "/remove", "");
        }
    }

    @Test
    void a_list_that_is_refused_is_no_wrong_key_and_a_blind_model_is_told() {
        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401).withBody("{\"error\":\"no\"}")));
        var path = add(wire.baseUrl() + "/v1", "key=sk-test");
        assertThat(text(ona.post(path + "/test", "model=eye").body())).contains("The server refuses the key");
        wire.stubFor(post("/v1/chat/completions").willReturn(okJson("""
                {"choices": [{"message": {"content": "{\\"shape\\": \\"unsure\\", \\"colour\\": \\"unsure\\"}"},
                  "finish_reason": "stop"}], "usage": {"prompt_tokens": 9, "completion_tokens": 9}}
                """)));
        assertThat(text(ona.post(path + "/test", "model=eye").body()))
                .contains(
                        "eye answers, and the key holds.",
                        "The list of models alone fails",
                        "read only 9 tokens",
                        "Is it a model for images?");
    }
}
