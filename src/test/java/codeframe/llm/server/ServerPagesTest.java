package codeframe.llm.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerPagesTest {
    private static final String KEY = "sk-test-0123456789abcdef";
    private static TestApp app;
    private static WireMockServer wire;
    private static Browser ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        wire = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        wire.start();
        ona = app.browser(World.ONA);
    }

    @AfterAll
    static void stop() {
        wire.stop();
        app.close();
    }

    @BeforeEach
    void empty() {
        wire.resetAll();
        app.jdbi().useHandle(handle -> handle.execute("delete from llm_server"));
    }

    private static String add(String baseUrl, String key) {
        var answer = ona.post(
                "/projects/1/llm/servers",
                "name=Fake&in_flight=8&base_url=" + Browser.encode(baseUrl) + "&key=" + Browser.encode(key));
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static String added(String key) {
        return add(wire.baseUrl() + "/v1", key);
    }

    private static String test(ResponseDefinitionBuilder answer, String key) {
        wire.stubFor(get("/v1/models").willReturn(answer));
        return ona.post(added(key) + "/test", "").body();
    }

    @Test
    void a_local_server_needs_no_key_and_lists_its_models() {
        var page = test(okJson("{\"data\":[{\"id\":\"llava:7b\"},{\"id\":\"qwen2.5vl\"}]}"), "");
        assertThat(page).contains("has 2 models").contains("llava:7b, qwen2.5vl");
        wire.verify(getRequestedFor(urlEqualTo("/v1/models")).withoutHeader("Authorization"));
    }

    @Test
    void a_key_is_sent_but_neither_stored_in_the_open_nor_shown_again() {
        var page = test(okJson("{\"data\":[]}"), KEY);
        assertThat(page).contains("A key is kept").doesNotContain(KEY);
        wire.verify(getRequestedFor(urlEqualTo("/v1/models")).withHeader("Authorization", equalTo("Bearer " + KEY)));
        var rows = app.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select encode(sealed_key, 'escape') || (select string_agg(what || detail, ' ') from event)"
                                        + " from llm_server")
                        .mapTo(String.class)
                        .one());
        assertThat(rows).doesNotContain(KEY).contains("entered a key for the LLM server");
    }

    @Test
    void a_refused_key_is_told_with_the_servers_words_but_not_the_key() {
        var body = "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\",\"code\":\"invalid_api_key\"}}";
        var page = test(aResponse().withStatus(401).withBody(body), KEY);
        assertThat(page)
                .contains("refuses the key")
                .contains("Incorrect API key provided")
                .doesNotContain(KEY);
    }

    @Test
    void a_server_that_speaks_html_is_told_from_an_api() {
        assertThat(test(aResponse().withBody("<!DOCTYPE html><html><body>Welcome</body></html>"), ""))
                .contains("A web page answers at this address");
    }

    @Test
    void a_wrong_path_is_told() {
        assertThat(test(aResponse().withStatus(404).withBody("<html><h1>Not Found</h1></html>"), ""))
                .contains("has nothing at")
                .contains("ends in /v1");
    }

    @Test
    void a_redirect_is_told_and_not_followed() {
        wire.stubFor(get("/elsewhere").willReturn(okJson("{\"data\":[]}")));
        var page = test(aResponse().withStatus(302).withHeader("Location", wire.baseUrl() + "/elsewhere"), KEY);
        assertThat(page).contains("Redirects are not followed");
        wire.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void a_server_that_is_not_running_is_told() {
        assertThat(ona.post(add("http://127.0.0.1:9/v1", "") + "/test", "").body())
                .contains("Nothing answers at this address");
    }

    @Test
    void an_address_where_clouds_keep_credentials_is_not_asked() {
        var refused = ona.post("/projects/1/llm/servers", "name=Fake&in_flight=8&base_url=http://169.254.169.254/v1");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("clouds keep credentials", "It is never asked");
        var path = add("http://127.0.0.1:9/v1", "");
        app.jdbi().useHandle(handle -> handle.execute("update llm_server set base_url = 'http://2852039166/v1'"));
        assertThat(ona.post(path + "/test", "").body()).contains("clouds keep credentials");
    }

    @Test
    void a_kept_key_does_not_go_to_another_address() {
        var path = added(KEY);
        var answer = ona.post(path, "name=Fake&in_flight=8&base_url=http://evil.example.org/v1&key=");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("goes to its old address alone");
    }

    @Test
    void mistakes_are_told_beside_their_fields() {
        var answer = ona.post("/projects/1/llm/servers", "name=&in_flight=0&base_url=localhost&requests_per_minute=x");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Give the server a name")
                .contains("begins with http://")
                .contains("from 1 to 256")
                .contains("or nothing for no limit");
    }

    @Test
    void a_test_that_is_under_way_while_its_price_is_typed_is_booked_and_a_later_change_of_the_price_is_not()
            throws Exception {
        var path = added("");
        var answer = "{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
                + "{\"role\":\"assistant\",\"content\":\"{}\"}}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":50}}";
        wire.stubFor(get("/v1/models").willReturn(okJson("{\"data\":[]}")));
        wire.stubFor(post("/v1/chat/completions").willReturn(okJson(answer).withFixedDelay(400)));
        var test = CompletableFuture.supplyAsync(() -> ona.post(path + "/test", "model=m"));
        while (wire.findAll(postRequestedFor(urlEqualTo("/v1/chat/completions")))
                .isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(price(path, "1")).doesNotContain("booked");
        assertThat(test.get().statusCode()).isEqualTo(200);
        assertThat(price(path, "9")).doesNotContain("booked");
        ona.post(path + "/test", "model=m");
        var costs = app.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select string_agg(cast(trim_scale(cost) as text), ' ' order by id) from llm_request")
                        .mapTo(String.class)
                        .one());
        assertThat(costs).isEqualTo("0.0012 0.0092");
    }

    /** From today on, per million tokens of input; four dollars of output. */
    private static String price(String path, String input) {
        ona.post(
                path + "/prices",
                "model=m&valid_from=" + LocalDate.now(Clock.systemUTC()) + "&input=" + input
                        + "&cached_input=&output=4&batch_factor=1");
        return ona.get(path + "/prices").body();
    }

    @Test
    void what_was_learnt_of_its_limits_is_told_where_its_settings_are() {
        var path = added("");
        app.jdbi().useHandle(handle -> handle.execute("update llm_server set quiet_until = '2999-01-02 03:04Z'"));
        assertThat(ona.get(path).body()).contains("It is left in peace until 2 Jan 2999");
    }

    @Test
    void only_owners_see_servers_and_a_removed_one_is_gone_with_its_key() {
        var path = added(KEY);
        assertThat(app.browser(World.CLEO).get(path).statusCode()).isEqualTo(403);
        ona.post(path + "/remove", "");
        assertThat(ona.get(path).statusCode()).isEqualTo(404);
        assertThat((Object) app.jdbi()
                        .withHandle(handle -> handle.createQuery("select sealed_key from llm_server")
                                .mapTo(byte[].class)
                                .findOne()
                                .orElse(null)))
                .isNull();
    }

    @Test
    void letting_images_leave_is_off_at_first_and_in_the_history_afterwards() {
        assertThat(ona.get("/projects/1/llm/servers").body()).contains("Images may leave this server: no");
        ona.post("/projects/1/llm/leaving", "may=true");
        assertThat(ona.get("/projects/1/llm/servers").body()).contains("Images may leave this server: yes");
        assertThat(ona.get("/projects/1/history").body()).contains("allowed images to leave this server");
        ona.post("/projects/1/llm/leaving", "may=false");
    }

    @Test
    void a_price_holds_from_its_day_on_and_may_be_nothing() {
        var path = added("") + "/prices";
        ona.post(path, "model=m&valid_from=2026-01-01&input=0.40&cached_input=&output=1.60&batch_factor=0.5");
        ona.post(path, "model=m&valid_from=2999-01-01&input=9&cached_input=1&output=9&batch_factor=1");
        ona.post(path, "model=local&valid_from=2026-01-01&input=0&cached_input=&output=0&batch_factor=1");
        assertThat(ona.get(path).body()).contains("0.40", "(not yet)", "local");
        assertThat(ona.post(path, "model=m&valid_from=%2B999999999-12-31&input=1&cached_input=&output=1&batch_factor=1")
                        .statusCode())
                .isEqualTo(422);
        var answer = ona.post(path, "model=&valid_from=soon&input=-1&output=x&batch_factor=2");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Name the model", "A day such as", "Dollars such as", "from 0 to 1");
    }
}
