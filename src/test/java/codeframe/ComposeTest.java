package codeframe;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Connections;
import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The compose file is read as Docker reads it: what it says must be meant by this program. */
class ComposeTest {
    private static final List<String> NODES = List.of("web", "worker");
    private JsonNode compose;

    @BeforeEach
    void read() throws IOException {
        var text = Files.readString(Path.of("docker-compose.yml"));
        compose = Json.of(new Load(LoadSettings.builder().build()).loadFromString(text))
                .tree();
    }

    @Test
    void nodes_share_models_and_the_key_that_seals_the_keys_of_llm_servers() {
        var web = compose.at("/services/web/volumes");
        assertThat(web).isEqualTo(compose.at("/services/worker/volumes"));
        web.forEach(volume -> assertThat(
                        compose.at("/volumes").has(volume.asText().split(":", 2)[0]))
                .as(volume.asText())
                .isTrue());
    }

    @Test
    void every_setting_in_it_is_one_of_the_program() {
        var known = Arrays.stream(Setting.values()).map(Setting::name).toList();
        for (var node : NODES) {
            compose.at("/services/" + node + "/environment")
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(known).contains(name));
        }
    }

    @Test
    void a_node_waits_for_a_service_that_says_when_it_is_well() {
        for (var node : NODES) {
            compose.at("/services/" + node + "/depends_on").properties().forEach(needed -> {
                assertThat(compose.at("/services").has(needed.getKey())).isTrue();
                assertThat(needed.getValue().path("condition").asText()).isEqualTo("service_healthy");
            });
        }
    }

    /** The worker works with as many threads as there are processors, and the first line of the file proposes three. */
    @Test
    void its_database_has_room_for_a_web_node_three_workers_and_a_backup() throws IOException {
        assertThat(compose.at("/services/worker/environment/CODEFRAME_WORKERS").isMissingNode())
                .isTrue();
        int web = new Connections(compose.at("/services/web/environment/CODEFRAME_WORKERS")
                        .asInt())
                .pool();
        var worker = new Connections(256);
        int spare = worker.server() - 2 * worker.pool();
        var command = compose.at("/services/database/command").toString();
        assertThat(command).contains("\"max_connections=" + (web + 3 * worker.pool() + spare) + "\"");
        assertThat(Files.readString(Path.of("docker-compose.yml"))).contains("--scale worker=3");
    }
}
