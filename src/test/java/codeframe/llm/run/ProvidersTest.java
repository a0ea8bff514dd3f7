package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.llm.server.Presets;
import codeframe.testing.JudgingServer;
import codeframe.testing.ProviderRules;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run with everything as it is proposed ends well on every provider's server, and costs what that counted. */
class ProvidersTest {
    private static Database database;
    private static LlmStudy study;
    private static JudgingServer judge;
    private static long version;

    @BeforeAll
    static void start() throws IOException {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        study = new LlmStudy(database);
        version = study.publish();
        judge = JudgingServer.start();
        var picture = LlmStudy.picture(1);
        study.image("1.png", picture);
        judge.show(ImageIO.read(new ByteArrayInputStream(picture)), Map.of("kind", "a", "place", "outside"));
    }

    @AfterAll
    static void stop() {
        judge.close();
        database.close();
    }

    static List<String> providers() {
        return ProviderRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void what_a_server_does_not_take_is_left_out_and_remembered(String file) {
        var provider = ProviderRules.of(file).withoutKey();
        judge.be(provider);
        study.execute("update llm_server set name = 'Fake ' || id");
        var kind = Presets.of(provider.preset());
        long server = study.server(kind.apiVersion().isEmpty() ? judge.url() : judge.host());
        study.execute("update llm_server set key_header = '" + kind.keyHeader() + "', api_version = '"
                + kind.apiVersion() + "' where id = " + server);
        long run = study.run(version, server, "5", Map.of());
        study.finish(run);
        assertThat(study.failure(run)).isEmpty();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 1L));
        assertThat(habits("select parameters -> 'habits' from run where id = " + run))
                .containsExactlyInAnyOrderElementsOf(provider.habits());
        assertThat(judge.refused())
                .as("each is refused once")
                .isEqualTo(provider.habits().size());
        assertThat(study.spent(run)).isEqualByComparingTo(charged());
        long next = study.run(version, server, "5", Map.of());
        study.finish(next);
        assertThat(judge.refused())
                .as("the next run knows")
                .isEqualTo(provider.habits().size());
        assertThat(habits("select parameters -> 'habits' from run where id = " + next))
                .containsExactlyInAnyOrderElementsOf(provider.habits());
        assertThat(study.outcomes(next)).isEqualTo(Map.of("coded", 1L));
    }

    private static List<String> habits(String sql) {
        return Stream.of(study.one(sql, String.class)
                        .replaceAll("[\\[\\]\" ]", "")
                        .split(",", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** At a dollar per million tokens of input, half a dollar cached, and four of output. */
    private static BigDecimal charged() {
        return judge.charged().stream()
                .map(one -> BigDecimal.valueOf(one.input() - one.cached())
                        .add(BigDecimal.valueOf(one.cached()).multiply(new BigDecimal("0.5")))
                        .add(BigDecimal.valueOf(one.output()).multiply(BigDecimal.valueOf(4))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointLeft(6);
    }
}
