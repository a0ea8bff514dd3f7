package codeframe.llm.server;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where images may not leave, only this computer is connected to, whatever a name stood for a moment ago. The names of the
 * test stand for what it says, one look-up after the other; 192.0.2.1 is nobody's (RFC 5737).
 */
class LocalOnlyTest {
    private static final String HERE = "127.0.0.1";
    private static final String ELSEWHERE = "192.0.2.1";

    private final Deque<String> answers = new ArrayDeque<>();
    private Database database;
    private WireMockServer wire;
    private LlmServers servers;
    private LlmClients clients;

    @BeforeEach
    void start() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        wire = new WireMockServer(wireMockConfig().dynamicPort().bindAddress(HERE));
        wire.start();
        wire.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[{\"id\":\"eye\"}]}")));
        servers = database.jdbi().onDemand(LlmServers.class);
        var vault = KeyVault.open(Optional.of("a secret of the tests, long enough to seal"), Path.of("."));
        clients = new LlmClients(servers, vault, places(), this::lookup, Duration.ofSeconds(2));
    }

    private AllowedPlaces places() {
        return database.jdbi().onDemand(AllowedPlaces.class);
    }

    @AfterEach
    void stop() {
        wire.stop();
        database.close();
    }

    /** The last answer stays. */
    private List<InetAddress> lookup(String host) throws UnknownHostException {
        return List.of(InetAddress.getByName(answers.size() > 1 ? answers.poll() : answers.peek()));
    }

    private LlmServer server(String host) {
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

    private void assertNotAsked(LlmServer server) {
        assertThatThrownBy(() -> clients.forImages(server).models())
                .hasMessageContaining("is another computer, and images may not leave this server");
        wire.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void this_computer_is_asked_by_name_and_by_number() {
        answers.add(HERE);
        assertThat(clients.forImages(server("models.example.org")).models()).containsExactly("eye");
        assertThat(clients.forImages(server(HERE)).models()).containsExactly("eye");
    }

    @Test
    void another_computer_is_not_asked_by_name() {
        answers.add(ELSEWHERE);
        assertNotAsked(server("models.example.org"));
        assertThat(clients.objection(server("other.example.org")))
                .get()
                .asString()
                .contains("is another computer");
    }

    @Test
    void another_computer_is_not_asked_by_number() {
        answers.add(ELSEWHERE);
        assertNotAsked(server(ELSEWHERE));
    }

    /** A name that stood for this computer when it was looked at, and stands for another when it is connected to. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_name_that_changes_its_mind_is_never_connected_to_elsewhere(int times) {
        for (int i = 0; i < times; i++) {
            answers.add(HERE);
        }
        answers.add(ELSEWHERE);
        var server = server("models.example.org");
        var client = clients.forImages(server);
        for (int i = 0; i < 4; i++) {
            try {
                assertThat(client.models()).as("answered from here").containsExactly("eye");
            } catch (TransportError refused) {
                assertThat(refused).hasMessageContaining("is another computer");
                assertThat(refused.kind()).isEqualTo(TransportError.Kind.FORBIDDEN);
            }
        }
        assertThatThrownBy(() -> clients.forImages(server).models()).hasMessageContaining("is another computer");
    }

    @Test
    void a_name_that_stands_for_both_is_not_asked() throws Exception {
        var both = new LlmClients(
                servers,
                KeyVault.open(Optional.of("a secret of the tests, long enough to seal"), Path.of(".")),
                places(),
                host -> List.of(InetAddress.getByName(HERE), InetAddress.getByName(ELSEWHERE)),
                Duration.ofSeconds(2));
        var server = server("models.example.org");
        assertThatThrownBy(() -> both.forImages(server).models()).hasMessageContaining("is another computer");
        wire.verify(0, anyRequestedFor(anyUrl()));
        assertThat(both.objection(server)).isPresent();
    }

    @Test
    void where_images_may_leave_the_name_is_asked_wherever_it_is_but_never_where_credentials_are() {
        servers.letImagesLeave(1, true);
        answers.add(HERE);
        assertThat(clients.forImages(server("models.example.org")).models()).containsExactly("eye");
        answers.clear();
        answers.add(HERE);
        answers.add("169.254.169.254");
        var server = server("moved.example.org");
        assertThatThrownBy(() -> clients.forImages(server).models()).hasMessageContaining("credentials");
    }
}
