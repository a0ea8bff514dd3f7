package codeframe.coding.screen;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.testing.MovedClock;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images that come to their coder again: unannounced, beside the first coding, and counted nowhere else. */
class SecondCodingTest {
    private static final String PORTRAIT = """
            {"image_type": {"values": ["portrait"]}, "objects": {"values": ["none_of_these"]}}""";
    private static final Pattern SECOND_TYPE = Pattern.compile(
            "Cleo <span class=\"badge\">second coding</span></th>\\s*<td>Image type</td>\\s*<td>Portrait</td>");
    private static final int AGAIN = 4;
    private static final int IMAGES = 20;
    private static final int AT_FIRST = 12;

    private final MovedClock clock = new MovedClock();
    private final Set<String> shapes = new TreeSet<>();
    private final Map<Long, String> firstTurns = new HashMap<>();
    private TestApp app;
    private SampledStudy study;
    private long sample;

    @BeforeEach
    void start() {
        app = TestApp.empty(Map.of(), clock);
        World.populate(app.jdbi());
        study = SampledStudy.of(app.jdbi(), IMAGES);
        sample = study.sample(1, World.CLEO);
        app.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into second_coding_plan (sample_id, number, after_days) values (?, ?, 14)",
                        sample,
                        AGAIN));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private CodingPerson cleo() {
        return new CodingPerson(app.browser(World.CLEO), sample);
    }

    /** Codes up to so many images; which they were, in order. */
    private List<Long> code(CodingPerson person, int most, String answers) {
        var coded = new ArrayList<Long>();
        for (var batch = person.batch();
                !batch.path("items").isEmpty() && coded.size() < most;
                batch = person.batch()) {
            remember(batch);
            long image = CodingPerson.images(batch).get(0);
            CodingPerson.read(person.decide(SampledStudy.decision(image, answers)));
            coded.add(image);
        }
        return coded;
    }

    /** What an item looks like but for the image: its keys and what is not there. */
    private void remember(JsonNode batch) {
        batch.path("items").forEach(item -> {
            long image = item.path("image").asLong();
            firstTurns.putIfAbsent(image, item.path("turn").asText());
            var plain = item.toString()
                    .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "TURN")
                    .replace("/images/" + image + "/", "/images/N/")
                    .replace("\"image\":" + image + ",", "\"image\":N,")
                    .replaceAll("ada/\\d+\\.jpg", "FILE");
            shapes.add(plain);
        });
        var head = new TreeSet<String>();
        batch.fieldNames().forEachRemaining(head::add);
        assertThat(head).containsExactly("closed", "csrf", "items", "progress", "version");
    }

    /** Some of the images, then a fortnight. */
    private List<Long> atFirst() {
        var first = code(cleo(), AT_FIRST, SampledStudy.POSTER);
        assertThat(new HashSet<>(first)).hasSize(AT_FIRST);
        assertThat(study.number("select count(*) from second_coding")).isZero();
        clock.move(Duration.ofDays(15));
        return first;
    }

    @Test
    void they_come_among_the_others_after_the_days_and_nothing_tells_which_they_are() {
        var first = atFirst();
        var then = code(cleo(), 100, PORTRAIT);
        var again = then.stream().filter(first::contains).toList();
        assertThat(again).isNotEmpty().doesNotHaveDuplicates();
        assertThat(then.indexOf(again.get(0))).as("not kept for the end").isLessThan(then.size() - again.size());
        clock.move(Duration.ofDays(15));
        var last = code(cleo(), 100, PORTRAIT);
        assertThat(last.size() + again.size()).isEqualTo(AGAIN);
        assertThat(shapes).as("first and second items look alike").hasSize(1);
        assertThat(shapes.iterator().next()).contains("\"decided\":null");
    }

    @Test
    void the_earlier_code_is_nowhere_to_be_seen_while_the_sample_is_open() {
        atFirst();
        var browser = app.browser(World.CLEO);
        long image = held(cleo());
        var screen = "/projects/1/samples/" + sample + "/code";
        assertThat(browser.get(screen + "/" + image).body()).doesNotContain("checked", "&quot;decided&quot;:{");
        assertThat(latest(browser.get(screen).body())).doesNotContain(image);
        assertThat(browser.get("/projects/1/images/" + image).body())
                .contains("come to you again")
                .doesNotContain("Poster</td>");
        var codes = app.api(World.CLEO).get("/api/v1/projects/1/codes.csv");
        assertThat(codes.body()).doesNotContain("poster");
        assertThat(codes.headers().firstValue("Codeframe-Withheld").orElseThrow())
                .startsWith("sealed=0, blind=0, own=1");
        assertThat(app.api(World.VIC).get("/api/v1/projects/1/codes.csv").body())
                .contains("poster");
    }

    /** A count that stands still after a decision would tell that its image had come again. */
    @Test
    void no_count_tells_its_coder_which_image_came_again() {
        atFirst();
        held(cleo());
        var counts = "/projects/1/samples/" + sample;
        assertThat(app.browser(World.CLEO).get(counts).body())
                .contains("some images come again")
                .doesNotContain("At work on", "Coded again", "Decisions");
        assertThat(app.browser(World.VIC).get(counts).body()).contains("At work on", "Coded again", "Decisions");
        assertThat(app.browser(World.CLEO).get("/projects/1/samples").body()).contains("being coded");
        var api = "/api/v1/projects/1/samples/" + sample;
        assertThat(app.api(World.CLEO).json(api).at("/decided").isNumber()).isFalse();
        assertThat(app.api(World.VIC).json(api).at("/decided").isNumber()).isTrue();
    }

    /** Goes on until an image comes again, which is then held. */
    private long held(CodingPerson person) {
        while (study.number("select count(*) from second_coding where state = 'claimed'") == 0) {
            code(person, 1, PORTRAIT);
            person.batch();
        }
        return study.number("select image_id from second_coding where state = 'claimed' order by position limit 1");
    }

    private static List<Long> latest(String page) {
        var start =
                page.replaceAll("(?s).*data-assignment=\"([^\"]*)\".*", "$1").replace("&#34;", "\"");
        var images = new ArrayList<Long>();
        new Json(start)
                .tree()
                .path("latest")
                .forEach(item -> images.add(item.path("image").asLong()));
        assertThat(images).isNotEmpty();
        return images;
    }

    @Test
    void a_second_coding_stands_beside_the_first_and_can_be_put_last_given_back_and_changed() {
        atFirst();
        var cleo = cleo();
        long image = held(cleo);
        long left = cleo.batch().path("progress").path("left").asLong();
        var skipped = CodingPerson.read(cleo.skip(image));
        assertThat(CodingPerson.images(skipped)).doesNotContain(image);
        assertThat(skipped.path("progress").path("left").asLong()).isEqualTo(left);
        app.jdbi().onDemand(Claims.class).release(clock.instant().plusSeconds(1));
        assertThat(study.number("select count(*) from second_coding where state = 'claimed'"))
                .isZero();
        var rest = code(cleo(), 100, PORTRAIT);
        assertThat(rest.get(rest.size() - 1)).as("what was put last").isEqualTo(image);
        var decision = UUID.randomUUID();
        CodingPerson.read(cleo().decide(SampledStudy.decision(decision, image, SampledStudy.POSTER)));
        CodingPerson.read(cleo().decide(SampledStudy.decision(decision, image, SampledStudy.POSTER)));
        assertThat(study.texts(
                        "select jsonb_array_length(earlier) || ' ' || (codes -> 0 ->> 'value') from second_coding"
                                + " where image_id = " + image))
                .containsExactly("1 poster");
        assertThat(study.texts("select value from code where variable = 'image_type' and image_id = " + image))
                .as("the first coding")
                .containsExactly("poster");
        assertThat(study.number("select count(*) from coding")).isEqualTo(IMAGES);
        assertThat(study.number("select count(*) from coding_history")).isZero();
    }

    /** The strip and other tabs show the first coding for as long as nobody loads them again. */
    @Test
    void a_first_coding_that_was_open_when_its_image_came_again_is_changed_and_not_taken_for_the_second() {
        atFirst();
        var cleo = cleo();
        long image = held(cleo);
        CodingPerson.read(cleo.decide(turned(firstTurns.get(image), image, PORTRAIT)));
        assertThat(study.texts("select value from code where variable = 'image_type' and image_id = " + image))
                .containsExactly("portrait");
        assertThat(study.number("select count(*) from coding_history")).isEqualTo(1);
        assertThat(study.number("select count(*) from second_coding where state = 'done' and image_id = " + image))
                .isZero();
        var again = cleo.batch().path("items").findParents("turn").stream()
                .filter(item -> item.path("image").asLong() == image)
                .findFirst()
                .orElseThrow();
        assertThat(again.path("decided").isNull()).isTrue();
        CodingPerson.read(cleo.decide(turned(again.path("turn").asText(), image, SampledStudy.POSTER)));
        assertThat(study.texts("select codes -> 0 ->> 'value' from second_coding where state = 'done' and image_id = "
                        + image))
                .containsExactly("poster");
        assertThat(study.number("select count(*) from coding_history")).isEqualTo(1);
    }

    private static String turned(String turn, long image, String answers) {
        return SampledStudy.decision(image, answers).replaceFirst("\\{", "{\"turn\": \"" + turn + "\", ");
    }

    /** Of those who code in the sample nobody learns from an image's page that images come again, or which. */
    @Test
    void the_page_of_an_image_tells_both_codings_apart_to_those_who_may_know() {
        atFirst();
        long image = held(cleo());
        CodingPerson.read(cleo().decide(SampledStudy.decision(image, PORTRAIT)));
        var page = "/projects/1/images/" + image;
        var seen = app.browser(World.VIC).get(page).body();
        assertThat(seen.indexOf("Portrait</td>"))
                .as("the second after the first")
                .isGreaterThan(seen.indexOf("Poster</td>"));
        assertThat(seen).containsPattern(SECOND_TYPE);
        app.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into sample_coder (sample_id, coder_id) values (?, ?)",
                        sample,
                        study.coder(World.ONA)));
        for (var coder : List.of(World.ONA, World.CLEO)) {
            assertThat(app.browser(coder).get(page).body())
                    .doesNotContain(">second coding<", "Poster</td>", "Portrait</td>");
        }
        study.close(sample);
        assertThat(app.browser(World.CLEO).get(page).body()).containsPattern(SECOND_TYPE);
    }

    @Test
    void an_early_decision_that_is_sent_once_more_is_not_taken_for_the_second() {
        var id = UUID.randomUUID();
        var cleo = cleo();
        long image = CodingPerson.images(cleo.batch()).get(0);
        cleo.decide(SampledStudy.decision(id, image, SampledStudy.POSTER));
        app.jdbi().useHandle(handle -> handle.execute("""
                        insert into second_coding (project_id, sample_id, coder_id, image_id, position)
                        select 1, sample_id, coder_id, image_id, 0 from assignment where image_id = ?
                        """, image));
        CodingPerson.read(cleo.decide(SampledStudy.decision(id, image, SampledStudy.POSTER)));
        assertThat(study.number("select count(*) from second_coding where state = 'done'"))
                .isZero();
    }

    @Test
    void once_the_sample_is_closed_reports_tell_it_apart_and_every_other_figure_stays() {
        atFirst();
        code(cleo(), 100, PORTRAIT);
        clock.move(Duration.ofDays(15));
        code(cleo(), 100, PORTRAIT);
        var vic = app.api(World.VIC);
        assertThat(vic.get("/api/v1/projects/1/codes.csv").body()).doesNotContain("Z,4.3,false,,,,,2");
        study.close(sample);
        var agreement = "/api/v1/projects/1/agreement.json?variable=image_type&sample=" + sample;
        var told = new Json(vic.get(agreement).body()).tree();
        assertThat(told.path("within_coders").path("n").asInt()).isEqualTo(AGAIN);
        assertThat(told.path("within_coders")
                        .path("coders")
                        .get(0)
                        .path("coder")
                        .asText())
                .isEqualTo("Cleo");
        assertThat(told.path("units").asInt()).isEqualTo(IMAGES);
        var page = app.browser(World.VIC).get("/projects/1/agreement/image_type?sample=" + sample);
        assertThat(page.body()).contains("The same coder, twice", "Between coders");
        var rows = vic.get("/api/v1/projects/1/codes.csv?variable=image_type").body();
        assertThat(rows.lines().filter(line -> line.endsWith(",2,image,,,,,picture,,")))
                .hasSize(AGAIN);
        assertThat(rows.lines().filter(line -> line.endsWith(",1,image,,,,,picture,,")))
                .hasSize(IMAGES);
        var wide = vic.get("/api/v1/projects/1/codes-wide.csv").body();
        assertThat(wide.lines().findFirst().orElseThrow())
                .contains("image_type,image_type_second,", "objects,objects_second,");
        assertThat(wide.lines().filter(line -> line.matches("\\d+,[^,]+,(poster|portrait),portrait,.*")))
                .hasSize(AGAIN);
        app.jdbi().useHandle(handle -> handle.execute("delete from second_coding"));
        assertThat(vic.get("/api/v1/projects/1/codes-wide.csv").body()).isEqualTo(withoutSecond(wide));
        ((com.fasterxml.jackson.databind.node.ObjectNode) told).remove("within_coders");
        assertThat(new Json(vic.get(agreement).body()).tree()).isEqualTo(told);
    }

    private static String withoutSecond(String wide) {
        var names = wide.lines().findFirst().orElseThrow().split(",");
        return wide.lines()
                .map(line -> line.split(",", -1))
                .map(cells -> IntStream.range(0, names.length)
                        .filter(column -> !names[column].endsWith("_second"))
                        .mapToObj(column -> cells[column])
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
