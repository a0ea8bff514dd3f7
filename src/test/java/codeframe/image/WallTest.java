package codeframe.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.coding.sample.CorpusStudy;
import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two hundred images in every order, by every word and difference. A run (coder 1) coded all of them; Cleo (2) and Dana (3)
 * coded images 1 to 12, agreeing with the run but for Cleo on 2, 4 and 6, and Dana on 6 and 8.
 */
class WallTest {
    private static final long ONA = 1;
    private static final long CLEO = 2;

    private Database database;
    private Jdbi jdbi;

    @BeforeEach
    void start() {
        database = TestDb.fresh();
        jdbi = database.jdbi();
        World.populate(jdbi);
        CorpusStudy.furnish(jdbi, 200);
        jdbi.useHandle(handle -> handle.createScript("""
                update image set posted_at = null, account = null where id % 5 = 0;
                update image set metadata = '{"caption": "ÄRGER über die Straße, 100% Öko", "note": "x"}' where id = 7;
                update image set metadata = '{"caption": "about oeko", "note": "climate_strike"}' where id = 9;
                insert into coder (project_id, kind, user_id, name) values (1, 'person', 2, 'Cleo');
                insert into coder (project_id, kind, name) values (1, 'imported', 'Dana');
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, o, i, 1 from generate_series(2, 3) o, generate_series(1, 12) i;
                insert into code (coding_id, coder_id, image_id, variable, value, state)
                    select g.id, g.coder_id, g.image_id, 'type',
                           case when g.coder_id = 2 and g.image_id = 4 then null
                                when (g.coder_id = 2 and g.image_id in (2, 6)) or (g.coder_id = 3 and g.image_id in (6, 8))
                                then 'flag' else c.value end,
                           case when g.coder_id = 2 and g.image_id = 4 then 'unsure' else 'coded' end
                    from coding g join code c on c.image_id = g.image_id and c.coder_id = 1
                    where g.coder_id > 1;
                """).execute());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private static Gallery.View view(String query, long viewer) {
        return new Gallery.View(1, ImageFilter.fromQuery(query).seenBy(viewer));
    }

    private List<Long> all(String query, String order, long viewer) {
        var walk = new ImageWalk(jdbi);
        var ids = new ArrayList<Long>();
        for (var page = walk.page(view(query, viewer), ImageOrder.of(order), 0);
                !page.isEmpty();
                page = walk.page(view(query, viewer), ImageOrder.of(order), ids.get(ids.size() - 1))) {
            page.forEach(thumb -> ids.add(thumb.id()));
        }
        return ids;
    }

    private List<Long> found(String query, long viewer) {
        return all(query, "", viewer);
    }

    private List<Long> sorted(String order) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from image where project_id = 1 order by " + order)
                        .mapTo(Long.class)
                        .list());
    }

    /** Images 1 to 8 in a test sample that nobody has opened. */
    private void seal() {
        jdbi.useHandle(handle -> handle.createScript("""
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each, closed_at)
                    values (1, 'Test', 'test', 'simple', 1, '{type}', 8, 8, 1, 1, 1, now());
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    select 1, n, 1, true, 1 from generate_series(1, 8) n
                """).execute());
    }

    /** Cleo codes images 1 to 6 in a pilot that is open. */
    private void blind() {
        jdbi.useHandle(handle -> handle.createScript("""
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each)
                    values (1, 'Pilot', 'pilot', 'simple', 1, '{type}', 6, 6, 1, 1, 1);
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    select 1, n, 1, true, 1 from generate_series(1, 6) n;
                insert into sample_coder (sample_id, coder_id) values (1, 2)
                """).execute());
    }

    @Test
    void every_order_shows_every_image_once_page_by_page() {
        assertThat(all("", "", ONA)).isEqualTo(sorted("id"));
        assertThat(all("", "newest", ONA))
                .isEqualTo(
                        sorted("posted_at is null, posted_at desc, case when posted_at is null then id else -id end"));
        assertThat(all("", "oldest", ONA)).isEqualTo(sorted("posted_at nulls last, id"));
        assertThat(all("", "account", ONA)).isEqualTo(sorted("account nulls last, id"));
        assertThat(all("", "unsure:1:type", ONA))
                .isEqualTo(sorted("(select confidence from code where image_id = image.id and coder_id = 1), id"));
        assertThat(all("", "differing:type", ONA)).hasSize(200).doesNotHaveDuplicates();
        assertThat(all("account=ben", "newest", ONA))
                .hasSize(found("account=ben", ONA).size());
    }

    @Test
    void the_way_back_is_the_way_there() {
        var walk = new ImageWalk(jdbi);
        for (var order : List.of("", "newest", "oldest", "account", "unsure:1:type", "sure:2:type", "differing:type")) {
            var way = all("", order, ONA);
            for (int i = 1; i < way.size(); i++) {
                assertThat(walk.next(view("", ONA), ImageOrder.of(order), way.get(i), true))
                        .as(order)
                        .contains(way.get(i - 1));
                assertThat(walk.next(view("", ONA), ImageOrder.of(order), way.get(i - 1), false))
                        .contains(way.get(i));
            }
            assertThat(walk.next(view("", ONA), ImageOrder.of(order), way.get(0), true))
                    .isEmpty();
            assertThat(walk.page(
                            view("", ONA),
                            ImageOrder.of(order),
                            walk.before(view("", ONA), ImageOrder.of(order), way.get(100))))
                    .extracting(Gallery.Thumb::id)
                    .contains(way.get(100));
        }
    }

    @Test
    void of_several_codes_the_least_sure_one_decides_and_the_image_comes_once() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into code (coding_id, coder_id, image_id, variable, value, confidence)
                select id, 1, image_id, 'type', 'flag', 0.1 from coding where coder_id = 1 and image_id = 33
                """));
        assertThat(all("", "unsure:1:type", ONA)).startsWith(33L).hasSize(200).doesNotHaveDuplicates();
        assertThat(all("", "sure:1:type", ONA)).hasSize(200).doesNotHaveDuplicates();
        assertThat(all("", "sure:1:type", ONA).indexOf(33L)).as("by its surest").isLessThan(100);
    }

    @Test
    void words_are_found_in_path_caption_and_any_column_whatever_their_case() {
        assertThat(found("text=%C3%A4rger", ONA)).containsExactly(7L);
        assertThat(found("text=stra%C3%9Fe+x", ONA)).containsExactly(7L);
        assertThat(found("text=stra%C3%9Fe+strike", ONA)).isEmpty();
        assertThat(found("text=STRIKE", ONA)).containsExactly(9L);
        assertThat(found("text=%25", ONA)).as("a percent sign").containsExactly(7L);
        assertThat(found("text=e_s", ONA)).as("an underscore").containsExactly(9L);
        assertThat(found("text=%5C", ONA)).as("a backslash").isEmpty();
        assertThat(found("text=17.png", ONA)).containsExactly(17L, 117L);
        assertThatThrownBy(() -> ImageFilter.fromQuery("text=" + "a+".repeat(21)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void where_coders_differ_is_a_filter() {
        assertThat(found("differ=type&between=1&between=2", ONA)).containsExactly(2L, 4L, 6L);
        assertThat(found("differ=type&between=1&between=3", ONA)).containsExactly(6L, 8L);
        assertThat(found("differ=type&between=2&between=3", ONA)).containsExactly(2L, 4L, 8L);
        assertThat(found("differ=type", ONA)).containsExactly(2L, 4L, 6L, 8L);
        assertThat(found("differ=other", ONA)).isEmpty();
        assertThat(all("", "differing:type", ONA)).startsWith(8L, 6L, 4L, 2L);
        for (var query : List.of("between=1&between=2", "differ=type&between=1", "differ=type&between=1&between=1")) {
            assertThatThrownBy(() -> ImageFilter.fromQuery(query)).isInstanceOf(Problem.Invalid.class);
        }
    }

    @Test
    void several_values_of_one_coder_are_one_answer_and_what_was_not_asked_is_none() {
        jdbi.useHandle(handle -> handle.createScript("""
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select id, coder_id, image_id, 'type', 'extra' from coding where image_id = 1 and coder_id in (2, 3);
                update code set state = 'not_applicable', value = null where image_id = 8 and coder_id = 3
                """).execute());
        assertThat(found("differ=type&between=2&between=3", ONA)).containsExactly(2L, 4L);
        assertThat(found("differ=type&between=1&between=2", ONA)).containsExactly(1L, 2L, 4L, 6L);
    }

    @Test
    void what_machines_said_of_sealed_images_is_no_filter_no_order_and_on_no_picture() {
        var before = all("", "unsure:1:type", ONA);
        seal();
        assertThat(found("differ=type&between=1&between=2", ONA)).isEmpty();
        // Of image 6 people say the same, and only the machine another thing.
        assertThat(found("differ=type", ONA)).as("people may be seen").containsExactly(2L, 4L, 8L);
        assertThat(all("", "differing:type", ONA)).startsWith(8L, 4L, 2L);
        var after = all("", "unsure:1:type", ONA);
        assertThat(before.subList(192, 200)).doesNotContain(2L);
        assertThat(after.subList(192, 200)).as("last, as they came").containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        var shown = shown(ONA, 1);
        assertThat(shown.codes()).doesNotContainKeys(1L, 8L).containsKeys(9L, 12L);
        assertThat(shown.withheld()).contains(1L, 8L).doesNotContain(9L);
        assertThatThrownBy(() -> new Gallery(jdbi)
                        .view(
                                1,
                                ImageFilter.fromQuery("sample=1&differ=type&between=1&between=2")
                                        .seenBy(ONA)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(changing(
                        "update code set value = 'flag', confidence = 0.01 where coder_id = 1 and image_id <= 8", ONA))
                .isEmpty();
    }

    @Test
    void whoever_codes_an_image_learns_nothing_of_others_about_it() {
        blind();
        assertThat(found("differ=type", CLEO)).containsExactly(8L);
        assertThat(found("differ=type", ONA)).containsExactly(2L, 4L, 6L, 8L);
        assertThat(shown(CLEO, 3).codes()).doesNotContainKeys(1L, 6L).containsKey(7L);
        assertThat(shown(CLEO, 2).codes()).as("their own").containsKeys(1L, 6L);
        assertThat(changing(
                        "update code set value = 'flag', confidence = 0.01 where coder_id <> 2 and image_id <= 6",
                        CLEO))
                .isEmpty();
        assertThat(changing("delete from coding where coder_id = 3 and image_id <= 6", CLEO))
                .isEmpty();
        assertThat(changing("update code set variable = 'asked_if' where coder_id = 1 and image_id = 5", CLEO))
                .as("that a variable was asked at all")
                .isEmpty();
        assertThat(changing(
                        "update code set value = 'sea', confidence = 0.02 where coder_id <> 2 and image_id = 9", CLEO))
                .as("what does show a change shows one")
                .isNotEmpty();
    }

    /** In which of all that can be asked the person sees a difference once the codes are changed. */
    private List<String> changing(String sql, long viewer) {
        var before = everything(viewer);
        jdbi.useHandle(handle -> handle.execute(sql));
        var after = everything(viewer);
        return IntStream.range(0, before.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .mapToObj(i -> before.get(i) + " became " + after.get(i))
                .toList();
    }

    private List<String> everything(long viewer) {
        var orders = Stream.of("unsure:1:type", "sure:1:type", "unsure:3:type", "differing:type")
                .map(order -> order + " " + all("", order, viewer));
        var filters = Stream.of("differ=type", "differ=type&between=1&between=2", "differ=type&between=2&between=3")
                .map(filter -> filter + " " + found(filter, viewer)
                        + new Gallery(jdbi).countAll(view(filter, viewer)).all());
        var shown = Stream.of(1L, 2L, 3L).map(coder -> "show " + coder + " " + told(shown(viewer, coder)));
        var facets = Stream.of("facets " + new GalleryFacets(jdbi).of(view("", viewer)));
        var choices =
                Stream.of("choices " + jdbi.onDemand(CodedVariableRows.class).coded(1, viewer));
        return Stream.of(orders, filters, shown, facets, choices)
                .flatMap(all -> all)
                .toList();
    }

    private static String told(PictureCodes.Said said) {
        return said.variable() + ": " + said.value() + " " + said.sureness();
    }

    private static String told(CodesShown shown) {
        var codes = new TreeMap<Long, List<String>>();
        shown.codes()
                .forEach((image, said) ->
                        codes.put(image, said.stream().map(WallTest::told).toList()));
        return codes + " but " + new TreeSet<>(shown.withheld());
    }

    private CodesShown shown(long viewer, long coder) {
        var thumbs = new ImageWalk(jdbi).page(view("", viewer), ImageOrder.AS_IMPORTED, 0);
        return jdbi.onDemand(PictureCodes.class).shown(view("", viewer), Wall.Shown.of("" + coder), thumbs);
    }

    @Test
    void codes_stand_on_pictures_in_the_words_of_the_codebook() {
        var shown = shown(ONA, 1);
        assertThat(shown.codes().get(3L)).extracting(WallTest::told).containsExactly("Type: Rally 0.90");
        assertThat(shown(ONA, 2).codes().get(4L))
                .extracting(PictureCodes.Said::value)
                .containsExactly("unsure");
        assertThat(shown(ONA, 2).codes()).doesNotContainKey(13L);
        assertThat(shown(ONA, 99).codes()).isEmpty();
    }

    @Test
    void coders_of_another_project_have_nothing_to_show() {
        jdbi.useHandle(handle -> handle.execute("update coder set project_id = 2 where id = 3"));
        assertThat(shown(ONA, 3).codes()).isEmpty();
        assertThat(jdbi.onDemand(CodedVariableRows.class).coded(1, ONA))
                .extracting(CodedVariableRows.Coded::name)
                .containsExactly("CLIP demo #1", "Cleo");
    }

    @Test
    void an_order_that_is_not_understood_is_refused() {
        for (var order : List.of("random", "unsure", "unsure:1", "unsure:x:type", "differing", "newest:1")) {
            assertThatThrownBy(() -> ImageOrder.of(order)).as(order).isInstanceOf(Problem.Invalid.class);
        }
        assertThat(Wall.of("account=a&sort=unsure%3A1%3Atype&show=1%3Atype&after=5", 0)
                        .toQuery())
                .isEqualTo("account=a&sort=unsure%3A1%3Atype&show=1%3Atype");
    }
}
