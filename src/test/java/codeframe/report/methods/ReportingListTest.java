package codeframe.report.methods;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.report.study.ReportedStudy;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A study with three people, gold, CLIP, a language model and a regression, against the reporting list of the field. */
class ReportingListTest {
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|of|and|were|with|is|are|only|which|there|not|has|no unit)\\b");

    private static TestApp app;
    private static String regression;
    private static Browser vic;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        var study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        study.person(World.ONA, 10);
        study.person(World.CLEO, 7);
        study.person(World.VIC, 3);
        study.run("insert into gold (coding_id, variable, provenance, sources, reason)"
                + " select id, 'image_type', 'adjudicated', '[]', 'By its lectern' from coding where image_id = 3 and coder_id = "
                + study.gold);
        long model = study.study.run("llm", "GPT", "gpt-4o-2024-08-06");
        study.run(
                "update image set account = case when id % 3 = 0 then 'left' else 'right' end, posted_at = '2021-09-01Z'");
        study.run("""
                update run set parameters = '{"temperature": 0.2, "maxTokens": 300, "samples": 3, "edge": 768,
                    "format": "jpeg", "detail": "low", "examples": [251, 252], "prompt": {"sha256": "%s",
                    "parts": {"parts": [{"text": "Choose the type of the picture."}]}}}'
                where id = (select run_id from coder where id = %d)""".formatted(HASH, model));
        study.run(
                "insert into coding (project_id, coder_id, image_id, codebook_version_id) select 1, %d, image_id, 1 from coding"
                                .formatted(model)
                        + " where coder_id = " + study.run);
        study.run(
                "insert into code (coding_id, coder_id, image_id, variable, value) select k.id, k.coder_id, k.image_id,"
                        + " 'image_type', case when k.image_id %% 4 = 0 then 'crowd' else 'poster' end from coding k where coder_id = %d"
                                .formatted(model));
        regression =
                "?variable=image_type&coder=" + study.run + "&outcome=image_type:crowd&covariate=account&model=linear";
        vic = app.browser(World.VIC);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String get(String path) {
        var answer = vic.get("/projects/1/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Point by point, each where reporting-list.txt says that the files hold it. */
    @Test
    void every_point_is_in_the_files() throws IOException {
        var json = new Json(get("methods.json" + regression)).tree();
        var held = new TreeSet<String>();
        read("methods", json.path("section"), held);
        read("methods-appendix", json.path("appendix"), held);
        try (var list = getClass().getResourceAsStream("reporting-list.txt")) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(" \\| ", -1)[2]))
                    .hasSizeGreaterThan(70)
                    .filteredOn(place -> !held.contains(place))
                    .isEmpty();
        }
    }

    private static void read(String document, JsonNode written, Set<String> held) {
        for (var section : written.path("sections")) {
            var at = document + "/" + section.path("key").asText() + "/";
            for (var sentence : section.path("sentences")) {
                var key = at + sentence.path("key").asText();
                held.add(key);
                sentence.path("facts").fieldNames().forEachRemaining(fact -> held.add(key + "/" + fact));
            }
            for (var table : section.path("tables")) {
                var key = at + table.path("key").asText() + "/";
                table.path("header").forEach(column -> held.add(key + column.asText()));
                table.path("rows")
                        .forEach(row -> held.add(
                                key + row.path(0).asText() + "/" + row.path(1).asText()));
            }
            section.path("texts")
                    .forEach(text -> held.add(at + text.path("title").asText()));
        }
    }

    @Test
    void the_model_is_told_with_its_prompt_its_terms_and_its_examples() {
        assertThat(get("methods.md"))
                .contains("SHA-256 9f86d081884c…) was asked 3 times per image at temperature 0.2")
                .contains("answers of at most 300 tokens, with 2 images as examples", "at a cost of $0.00")
                .contains("Of all pairs Cleo and Vic agreed least, on Image type: α = ");
        assertThat(get("methods/appendix.md" + regression))
                .contains("| GPT | examples | \\[251,252\\] |", "Choose the type of the picture.", "(constant)");
    }

    /** Names, labels and texts of people stay as they are; so does what is named by its English name. */
    @Test
    void nothing_english_is_left_in_the_german_text() {
        for (var part : new String[] {"methods.md", "methods/appendix.md"}) {
            var german = get(part + regression + "&language=de")
                    .replaceAll("„[^“]*“", "")
                    .replaceAll("(?m)^.*Choose the type.*$", "")
                    .replace("design-based supervised learning", "");
            assertThat(german).contains("orrig");
            assertThat(german.lines().filter(line -> ENGLISH.matcher(line).find()))
                    .isEmpty();
        }
    }
}
