package codeframe.llm.run;

import static codeframe.llm.run.Replies.completion;
import static codeframe.llm.run.Replies.saying;
import static codeframe.llm.run.Replies.usage;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.coding.Code;
import codeframe.coding.Coders;
import codeframe.db.Json;
import codeframe.feature.FeatureSources;
import codeframe.llm.caption.CaptionSession;
import codeframe.llm.prompt.Evidence;
import codeframe.run.CannotRun;
import codeframe.run.Result;
import codeframe.run.RunPlan;
import codeframe.run.Runs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Captions that a model writes: a run like any other, of which features come and no codes. */
class CaptionRunTest extends WiredRun {
    private String captions() {
        return study.one(
                "select string_agg(path || ' ' || f.outcome || ' ' || text || coalesce(error, ''), '|' order by path)"
                        + " from feature f join image on image.id = f.image_id where f.kind = 'caption'",
                String.class);
    }

    @Test
    void answers_become_features_of_one_source_and_what_failed_is_asked_again() {
        study.image("2.png", LlmStudy.picture(2));
        study.image("3.png", "no picture".getBytes(StandardCharsets.UTF_8));
        first(okJson(completion(null, "I can not look at this.", "stop", usage(1000, 0, 50))));
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs("well")
                .willReturn(saying("{\"caption\": \"Two people \\\"at\\\" a market.\"}")));
        long run = study.captions(version, server, "10");
        study.finish(run);
        assertThat(captions())
                .as("two are asked about together, and either is refused")
                .contains(" refused The model refused to answer.|", " done Two people \"at\" a market.|")
                .endsWith("3.png unreadable " + told3());
        assertThat(study.one("select name || ' v' || version || origin from feature_source", String.class))
                .isEqualTo("Captions by eye v1model");
        var sent = wire.findAll(postRequestedFor(urlEqualTo(CHAT))).get(0).getBodyAsString();
        assertThat(sent)
                .contains("image_url", "You describe images", "sentences in English")
                .doesNotContain("Objective");
        assertThat(study.one("select count(*) from coding", Long.class)).isZero();
        assertThat(study.spent(run)).isEqualByComparingTo("0.0024");
        var runs = database.jdbi().onDemand(Runs.class);
        assertThat(runs.retry(1, run, "refused", false)).isEqualTo(1);
        study.finish(run);
        assertThat(captions())
                .startsWith("1.png done Two people")
                .contains("2.png done")
                .doesNotContain("refused");
        assertThat(study.one("select count(*) from feature_source", Long.class)).isEqualTo(1);
        assertThat(database.jdbi().onDemand(Coders.class).coders(1))
                .as("whoever writes captions is no coder to choose")
                .noneMatch(coder -> coder.name().startsWith("caption"));
        assertThat(study.one("select count(*) from feature where words @@ to_tsquery('english', 'market')", Long.class))
                .isEqualTo(2);
    }

    private String told3() {
        return study.one("select error from run_item i join image on id = image_id where path = '3.png'", String.class);
    }

    @Test
    void an_ensemble_waits_until_all_captions_are_written() {
        always(saying("{\"caption\": \"" + "A market. ".repeat(300) + "\"}"));
        long run = study.captions(version, server, "10");
        study.finish(run);
        var read = Map.<String, Object>of("features", List.of(Map.of("kind", "caption", "source", "Captions by eye")));
        study.execute("update run set state = 'paused' where id = " + run);
        assertThat(study.one("select length(text) from feature where outcome = 'done'", Long.class))
                .as("a caption is no code and may be longer than one")
                .isEqualTo(2999);
        long source = study.one("select id from feature_source", Long.class);
        assertThat(database.jdbi().onDemand(FeatureSources.class).usedBy(1, source))
                .hasSize(1);
        var plan = new RunPlan(
                1,
                "ensemble",
                "eye",
                LlmStudy.CODEBOOK,
                List.of("kind"),
                Json.of(Map.of("server", server, "cap", "1", "features", read.get("features"))),
                7);
        var ensemble = study.llm().classifier(Evidence.FEATURES);
        assertThat(ensemble.objection(plan).orElse("")).contains("Captions by eye v1", "being read");
        study.execute("update run set state = 'done' where id = " + run);
        assertThat(ensemble.objection(plan)).isEmpty();
        assertThat(database.jdbi().onDemand(FeatureSources.class).usedBy(1, source))
                .isEmpty();
        study.execute("delete from feature_source");
        var late = List.of(Result.Done.coded(1, List.of(Code.of("caption", "A market.")), false, 1));
        assertThatThrownBy(
                        () -> database.jdbi().useHandle(handle -> new CaptionSession(null, source).keep(handle, late)))
                .as("what came is paid for, and not settled as if it were kept")
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("was removed");
        var repeated = new RunPlan(
                1,
                "caption",
                "eye",
                LlmStudy.CODEBOOK,
                List.of("caption"),
                Json.of(Map.of("server", server, "cap", "1", "samples", "3")),
                7);
        assertThat(study.llm()
                        .classifier(Evidence.DESCRIPTION)
                        .objection(repeated)
                        .orElse(""))
                .contains("has no \"samples\"");
    }
}
