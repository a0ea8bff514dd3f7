package codeframe.llm.run;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a model said outside the codebook is counted, mapped once and read again, and nothing is paid for it. */
class OutsideValuesTest {
    private static final String PLACARD = "{\"kind\":\"Placard, large\",\"place\":\"outside\"}";

    private TestApp app;
    private WireMockServer wire;
    private LlmStudy study;
    private Browser ona;
    private long run;

    @BeforeEach
    void three_images_are_called_a_placard() {
        app = TestApp.start();
        wire = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        wire.start();
        wire.stubFor(post(WiredRun.CHAT).willReturn(Replies.saying(PLACARD)));
        study = new LlmStudy(app.database);
        long version = study.publish();
        study.images(3);
        run = study.run(version, study.server(wire.baseUrl() + "/v1"), "1", Map.of());
        study.finish(run);
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        wire.stop();
        app.close();
    }

    private String path() {
        return "/projects/1/runs/" + run;
    }

    private int map(String variable, String said, String means) {
        ona.get(path() + "/outside");
        return ona.post(path() + "/outside", "variable=" + variable + "&said=" + said + "&means=" + means)
                .statusCode();
    }

    private String kinds() {
        return study.one("select string_agg(value, ',') from code where variable = 'kind'", String.class);
    }

    @Test
    void a_value_is_mapped_once_and_all_its_answers_are_read_again_for_nothing() {
        assertThat(study.outcomes(run)).isEqualTo(Map.of("partly_coded", 3L));
        var spent = study.spent(run);
        long asked = study.one("select count(*) from llm_request", Long.class);
        assertThat(ona.get(path()).body()).contains(path() + "/outside");
        assertThat(ona.get(path() + "/outside").body())
                .contains("Placard, large", ">3</td>", "Read 3 stored answers again", "not mapped");

        assertThat(map("kind", "placard,+LARGE", "b")).isEqualTo(303);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 3L));
        assertThat(kinds()).isEqualTo("b,b,b");
        assertThat(ona.get(path() + "/outside").body())
                .contains("about 3 images were read again: 3 more have all codes now", "value=\"b\" selected");
        assertThat(ona.get(path()).body()).contains("Mapped afterwards");
        assertThat(ona.get("/projects/1/history").body()).contains("mapped the value");

        assertThat(map("kind", "Placard,+large", "")).isEqualTo(303);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("partly_coded", 3L));
        assertThat(kinds()).isNull();
        assertThat(study.one("select count(*) from code where variable = 'place'", Long.class))
                .isEqualTo(3);
        assertThat(study.spent(run)).isEqualByComparingTo(spent);
        assertThat(study.one("select count(*) from llm_request", Long.class)).isEqualTo(asked);
    }

    @Test
    void an_owner_maps_a_value_by_hand() {
        try (var chromium = Chromium.start();
                var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + path());
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                    .setName("Values outside the codebook")
                                    .setExact(true))
                    .click();
            assertThat(Look.faults(page)).isEmpty();
            page.getByLabel("What Placard, large means").selectOption("b");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Map Placard, large"))
                    .click();
            page.getByText("3 more have all codes now").waitFor();
            assertThat(page.getByLabel("What Placard, large means").inputValue())
                    .isEqualTo("b");
            assertThat(Look.faults(page)).isEmpty();
        }
    }

    @Test
    void what_cannot_be_mapped_is_refused_and_nothing_changes() {
        assertThat(map("kind", "Placard,+large", "d")).isEqualTo(422);
        assertThat(map("mood", "Placard,+large", "a")).isEqualTo(422);
        assertThat(map("kind", "+", "a")).isEqualTo(422);
        assertThat(map("kind", "x".repeat(400), "a")).isEqualTo(422);
        study.execute("update run set state = 'running' where id = " + run);
        assertThat(map("kind", "Placard,+large", "a")).isEqualTo(409);
        assertThat(ona.post(path() + "/outside/read", "").statusCode()).isEqualTo(409);
        assertThat(ona.get(path() + "/outside").body()).contains("still at work");
        assertThat(study.outcomes(run)).isEqualTo(Map.of("partly_coded", 3L));
        study.execute("update run set state = 'done', kind = 'clip' where id = " + run);
        assertThat(ona.get(path() + "/outside").statusCode()).isEqualTo(404);
    }

    @Test
    void a_retry_asks_with_another_seed_or_tells_what_was_wrong() {
        ona.get(path());
        assertThat(ona.get(path()).body()).contains("telling the model what was wrong");
        assertThat(ona.post(path() + "/retry", "outcome=partly_coded").statusCode())
                .isEqualTo(303);
        study.finish(run);
        assertThat(bodies(body -> body.contains("\"seed\":1007"))).isEqualTo(3);
        assertThat(ona.post(path() + "/retry", "outcome=partly_coded&told=yes").statusCode())
                .isEqualTo(303);
        study.finish(run);
        assertThat(bodies(body -> body.contains("“Placard, large” is no category of “kind”.")
                        && body.contains("could not be used")
                        && body.contains("\"seed\":7")))
                .isEqualTo(3);
    }

    private long bodies(Predicate<String> like) {
        return wire.getAllServeEvents().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .filter(like)
                .distinct()
                .count();
    }

    @Test
    void a_sealed_image_is_not_counted_and_is_read_like_the_others() {
        study.execute("insert into sample (project_id, name, purpose, codebook_version_id, variables, design, seed,"
                + " size, frame_size, overlap, coders_each)"
                + " values (1, 'Test', 'test', (select id from codebook_version), '{kind}', 'simple', 1, 1, 3, 0, 1)");
        study.execute("insert into sample_image (sample_id, image_id, probability, overlap, wanted)"
                + " select s.id, min(i.id), 1, false, 1 from sample s, image i group by 1");
        assertThat(ona.get(path() + "/outside").body()).contains("Placard, large", ">2</td>");
        assertThat(map("kind", "Placard,+large", "c")).isEqualTo(303);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 3L));
    }
}
