package codeframe.llm.server;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which computers inside the network a project owner may send this program to. */
class InsideNetworkTest {
    private static TestApp app;
    private static WireMockServer wire;
    private static AllowedPlaces places;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("CODEFRAME_WORKERS", "0"));
        places = app.jdbi().onDemand(AllowedPlaces.class);
        wire = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        wire.start();
        wire.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[{\"id\":\"eye\"}]}")));
    }

    @BeforeEach
    void emptyTheList() {
        app.jdbi().useHandle(handle -> handle.execute("truncate llm_place, llm_server cascade"));
        wire.resetRequests();
    }

    @AfterAll
    static void stop() {
        wire.stop();
        app.close();
    }

    @Test
    void while_the_list_is_empty_every_computer_inside_may_be_asked() {
        assertThat(objection("http://10.20.0.5:8000/v1")).isEmpty();
        assertThat(objection("http://localhost:5432/v1")).isEmpty();
        assertThat(clients("127.0.0.1")
                        .forQuestions(server("models.example.org"))
                        .models())
                .containsExactly("eye");
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16,      http://10.20.0.5:8000/v1",
        "10.20.0.5,         http://10.20.0.5:8000/v1",
        "10.20.0.5:8000,    http://10.20.0.5:8000/v1",
        "localhost,         http://localhost:11434/v1",
        "localhost:11434,   http://LOCALHOST:11434/v1",
        "127.0.0.1,         http://[::ffff:127.0.0.1]:11434/v1",
        "fd00::/8,          http://[fd12::1]/v1",
        "[fd12::1]:80,      http://[fd12::1]/v1",
        "elsewhere,         https://93.184.216.34/v1",
    })
    void what_is_on_the_list_or_outside_may_be_asked(String place, String url) {
        places.add(place, "", 1);
        assertThat(objection(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16,      http://10.21.0.5:8000/v1",
        "10.20.0.5:8000,    http://10.20.0.5:8001/v1",
        "10.20.0.5:8000,    http://10.20.0.5/v1",
        "localhost:11434,   http://localhost:5432/v1",
        "localhost,         http://127.0.0.1:11434/v1",
        "127.0.0.1,         http://192.168.1.1/v1",
        "127.0.0.1,         http://172.16.0.1/v1",
        "127.0.0.1,         http://100.64.0.1/v1",
        "127.0.0.1,         http://[fd12::1]/v1",
        "127.0.0.1,         http://[64:ff9b::a00:1]/v1",
        "127.0.0.1,         http://[2002:0a00:0001::]/v1",
    })
    void with_a_list_nothing_else_inside_is_asked(String place, String url) {
        places.add(place, "", 1);
        assertThat(objection(url).orElseThrow()).contains("not on the list of LLM servers", "An administrator can add");
    }

    @Test
    void a_name_is_looked_at_each_time_whatever_it_stood_for_when_it_was_typed() {
        places.add("192.168.7.7", "", 1);
        var server = server("models.example.org");
        assertThatThrownBy(() -> clients("127.0.0.1").forQuestions(server).models())
                .hasMessageContaining("is inside the network of this installation");
        assertThatThrownBy(() -> clients("127.0.0.1").forImages(server).models())
                .hasMessageContaining("is inside the network of this installation");
        assertThat(clients("127.0.0.1").objection(server).orElseThrow()).contains("is inside the network");
        wire.verify(0, anyRequestedFor(anyUrl()));
        places.add("models.example.org:" + wire.port(), "", 1);
        assertThat(clients("127.0.0.1").forQuestions(server).models()).containsExactly("eye");
    }

    @Test
    void an_owner_is_told_while_typing() {
        places.add("10.0.0.1", "", 1);
        var oz = app.browser(World.OZ);
        var form = "name=Mine&in_flight=8&base_url=";
        var answer = oz.post("/projects/2/llm/servers", form + Browser.encode("http://192.168.1.1/v1"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("“192.168.1.1” with the port 80 is inside the network");
        assertThat(oz.post("/projects/2/llm/servers", form + Browser.encode("http://10.0.0.1/v1"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_administrator_keeps_the_list() {
        var ona = app.browser(World.ONA);
        ona.get("/administration/llm-servers");
        assertThat(ona.post("/administration/llm-servers", "place=LocalHost:11434&note=Ollama")
                        .statusCode())
                .isEqualTo(303);
        assertThat(ona.get("/administration/llm-servers").body()).contains("localhost:11434", "Ollama");
        assertThat(ona.post("/administration/llm-servers", "place=localhost:11434&note=")
                        .body())
                .contains("This is on the list already.");
        assertThat(ona.post("/administration/llm-servers/" + places.all().get(0).id() + "/remove", "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(places.places()).isEmpty();
        assertThat(ona.get("/administration/history").body())
                .contains("added localhost:11434 to the list", "took localhost:11434 off the list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.256",
                "10.0.0.0/33",
                "1.2.3",
                "localhost:99999",
                "http://localhost",
                "a b",
                "fd00::/129"
            })
    void what_is_no_place_is_refused_in_words(String typed) {
        assertThat(AllowedPlace.of(typed)).isEmpty();
        var ona = app.browser(World.ONA);
        var answer = ona.post("/administration/llm-servers", "place=" + Browser.encode(typed));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Write a name, a number or a network");
    }

    private Optional<String> objection(String url) {
        return clients("127.0.0.1").objection(url);
    }

    private LlmClients clients(String standsFor) {
        return new LlmClients(
                app.jdbi().onDemand(LlmServers.class),
                KeyVault.open(Optional.of("a secret of the tests, long enough to seal"), Path.of(".")),
                places,
                host -> lookup(host, standsFor),
                Duration.ofSeconds(2));
    }

    /** Numbers and this computer stand for themselves. */
    private static List<InetAddress> lookup(String host, String standsFor) throws UnknownHostException {
        boolean itself = host.equals("localhost") || Addresses.literal(host).isPresent();
        return List.of(InetAddress.getByName(itself ? host : standsFor));
    }

    private LlmServer server(String host) {
        var servers = app.jdbi().onDemand(LlmServers.class);
        long id = servers.add(
                1,
                new ServerSettings(
                        "other",
                        host,
                        "http://" + host + ":" + wire.port() + "/v1",
                        "",
                        "",
                        8,
                        null,
                        null,
                        null,
                        60,
                        null),
                null,
                1);
        return servers.server(1, id).orElseThrow();
    }
}
