package codeframe.coding.gold;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.screen.SampledStudy;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the codes of a closed sample to gold: by agreement, by majority, by a person. */
class GoldTest {
    private TestApp app;
    private SampledStudy study;
    private Browser ona;
    private long sample;
    private final List<String> people = List.of(World.CLEO, World.ONA, World.VIC);

    @BeforeEach
    void start() {
        app = TestApp.start();
        study = SampledStudy.of(app.jdbi(), 4);
        sample = study.sample(3, World.CLEO, World.ONA, World.VIC);
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    /** What each of the three says of an image's type and its objects. */
    private void said(int image, String types, String objects) {
        for (int i = 0; i < 3; i++) {
            long coding = study.study.coding(study.coder(people.get(i)), study.images.get(image), sample);
            code(coding, "image_type", types.split(" ", -1)[i]);
            if (!types.split(" ", -1)[i].equals("crowd")) {
                study.study.state(coding, "crowd_size", "not_applicable");
            } else {
                code(coding, "crowd_size", "small");
            }
            for (var object : objects.split(" ", -1)[i].split("\\+")) {
                code(coding, "objects", object);
            }
        }
    }

    private void code(long coding, String variable, String value) {
        if (value.equals("unsure")) {
            study.study.state(coding, variable, "unsure");
        } else {
            study.study.code(coding, variable, value);
        }
    }

    private void close() {
        study.close(sample);
        ona.get(path("adjudication"));
    }

    private String path(String page) {
        return "/projects/1/samples/" + sample + "/" + page;
    }

    private List<String> gold() {
        return study.texts("""
                select i.path || ' ' || g.variable || ' ' || g.provenance || ' '
                       || string_agg(coalesce(c.value, c.state), '+' order by c.value)
                from gold g join coding k on k.id = g.coding_id join image i on i.id = k.image_id
                join code c on c.coding_id = k.id and c.variable = g.variable
                group by i.path, g.variable, g.provenance order by 1
                """);
    }

    private int settle(int image, String variable, String form) {
        return ona.post(path("adjudication/" + study.images.get(image) + "/" + variable), form)
                .statusCode();
    }

    @Test
    void a_sample_whose_codes_cannot_be_settled_stays_open_and_is_closed_and_settled_at_the_next_try() {
        said(0, "poster poster poster", "flag flag flag");
        app.jdbi()
                .useHandle(handle -> handle.createScript("alter table gold add constraint broken check (false)")
                        .execute());
        assertThat(ona.post(path("close"), "").statusCode()).isEqualTo(500);
        assertThat(study.number("select count(*) from sample where closed_at is not null"))
                .isZero();
        assertThat(study.number("select count(*) from event where what like 'closed the coding%'"))
                .isZero();
        app.jdbi().useHandle(handle -> handle.execute("alter table gold drop constraint broken"));
        assertThat(ona.post(path("close"), "").statusCode()).isEqualTo(303);
        assertThat(study.number("select count(*) from sample where closed_at is not null"))
                .isEqualTo(1);
        assertThat(gold()).hasSize(3);
    }

    @Test
    void what_all_say_is_gold_and_the_order_of_several_values_does_not_matter() {
        said(0, "poster poster poster", "flag+lectern lectern+flag flag+lectern");
        said(1, "poster poster portrait", "flag flag none_of_these");
        close();
        assertThat(gold())
                .containsExactly(
                        "ada/1.jpg crowd_size unanimous not_applicable",
                        "ada/1.jpg image_type unanimous poster",
                        "ada/1.jpg objects unanimous flag+lectern",
                        "ada/2.jpg crowd_size unanimous not_applicable");
        assertThat(study.number("select count(*) from coder where kind = 'gold'"))
                .isEqualTo(1);
        ona.get(path("gold"));
        assertThat(gold()).as("looking again changes nothing").hasSize(4);
    }

    @Test
    void a_majority_settles_where_the_owner_says_so_and_a_tie_never_does() {
        app.jdbi().useHandle(handle -> handle.execute("update sample set gold_rule = 'majority'"));
        said(0, "poster poster portrait", "flag lectern microphone");
        said(1, "unsure unsure poster", "flag flag flag");
        close();
        assertThat(gold())
                .contains("ada/1.jpg image_type majority poster", "ada/2.jpg objects unanimous flag")
                .noneMatch(line -> line.startsWith("ada/1.jpg objects") || line.startsWith("ada/2.jpg image_type"));
    }

    @Test
    void machines_assisted_codes_and_single_voices_make_no_gold() {
        said(0, "poster poster poster", "flag flag flag");
        app.jdbi().useHandle(handle -> handle.execute("update coding set assisted = true where coder_id <> 1"));
        close();
        assertThat(gold()).isEmpty();
        assertThat(ona.get(path("gold?route=alone")).body()).contains("Coded by one person");
        assertThat(ona.get(path("adjudication")).body()).contains("Nothing to settle", "3 codes stand alone");
    }

    @Test
    void nothing_is_gold_before_the_coding_is_closed() {
        said(0, "poster poster poster", "flag flag flag");
        assertThat(ona.get(path("adjudication")).body()).contains("still being coded");
        assertThat(ona.get(path("gold")).body()).contains("still being coded").doesNotContain("Poster");
        assertThat(settle(0, "image_type", "take=1")).isEqualTo(409);
        assertThat(gold()).isEmpty();
    }

    @Test
    void an_adjudicator_takes_a_code_and_says_why_and_can_change_it_later() {
        said(0, "poster poster portrait", "flag flag flag");
        app.jdbi().useHandle(handle -> handle.execute("update coding set flagged = true, note = 'Why?' where id = 2"));
        close();
        assertThat(ona.get(path("adjudication")).body())
                .contains("Coder A", "Coder B", "Coder C", "1 to settle", "flagged the image", "Why?");
        assertThat(settle(0, "image_type", "take=other&other=crowd&reason=Look+behind&error_type=slip"))
                .isEqualTo(303);
        assertThat(gold()).contains("ada/1.jpg image_type adjudicated crowd");
        assertThat(study.texts("select reason || error_type || decided_by || jsonb_array_length(sources) from gold"
                        + " where variable = 'image_type'"))
                .containsExactly("Look behindslip13");
        assertThat(settle(0, "image_type", "take=other&other=poster")).isEqualTo(303);
        assertThat(gold()).contains("ada/1.jpg image_type adjudicated poster");
        assertThat(ona.get(path("adjudication/" + study.images.get(0) + "/image_type"))
                        .body())
                .contains("Look behind", "Until");
        assertThat(ona.get(path("adjudication")).body()).contains("Everything is settled");
    }

    @Test
    void what_is_not_asked_any_more_follows_from_what_was_settled() {
        said(0, "crowd crowd poster", "flag flag flag");
        close();
        assertThat(settle(0, "image_type", "take=other&other=poster")).isEqualTo(303);
        assertThat(gold()).contains("ada/1.jpg crowd_size adjudicated not_applicable");
        assertThat(settle(0, "image_type", "take=other&other=crowd")).isEqualTo(303);
        assertThat(gold()).noneMatch(line -> line.contains("crowd_size"));
        assertThat(ona.get(path("adjudication")).body()).contains("Size of the crowd");
    }

    @Test
    void a_decision_becomes_a_note_in_the_draft_and_an_example_in_the_guide() {
        said(0, "poster poster portrait", "flag flag flag");
        close();
        settle(
                0,
                "image_type",
                "take=other&other=poster&reason=Faces+on+posters+are+posters&to_codebook=on&example=on");
        assertThat(study.texts("""
                select content::text from codebook_version where published_at is null
                """).get(0)).contains("Faces on posters are posters");
        assertThat(study.number("select count(*) from category_example")).isEqualTo(1);
    }

    @Test
    void a_ruling_that_cannot_be_taken_is_refused_in_words() {
        said(0, "poster unsure portrait", "flag flag flag");
        close();
        for (var form : List.of(
                "",
                "take=9",
                "take=other",
                "take=other&other=house",
                "take=other&other=poster&to_codebook=on",
                "take=other&other=poster&error_type=whim")) {
            assertThat(settle(0, "image_type", form)).as(form).isEqualTo(422);
        }
        assertThat(gold()).noneMatch(line -> line.contains("image_type"));
        assertThat(settle(1, "image_type", "take=1")).isEqualTo(404);
        assertThat(settle(0, "weather", "take=1")).isEqualTo(404);
    }

    @Test
    void the_queue_is_narrowed_down_by_variable_pair_and_coder() {
        said(0, "poster poster portrait", "flag flag lectern");
        said(1, "poster crowd crowd", "flag flag flag");
        close();
        assertThat(ona.get(path("adjudication?variable=objects")).body()).contains("1 to settle");
        assertThat(ona.get(path("adjudication?pair=image_type.crowd:poster")).body())
                .contains("1 to settle");
        long cleo = study.coder(World.CLEO);
        assertThat(ona.get(path("adjudication?coder=" + cleo)).body()).contains("2 to settle");
        assertThat(ona.get(path("adjudication?pair=image_type.nothing:here")).body())
                .contains("Nothing left here");
    }

    @Test
    void whoever_still_codes_an_image_in_another_sample_sees_no_gold_of_it() {
        said(0, "poster poster portrait", "flag flag flag");
        close();
        study.sample(World.ONA);
        assertThat(ona.get(path("gold")).body()).contains("No code of this sample came this way");
        assertThat(ona.get(path("adjudication")).body()).doesNotContain("Coder A");
        assertThat(settle(0, "image_type", "take=1")).isEqualTo(404);
        assertThat(app.browser(World.VIC).get(path("gold")).body()).contains("All agree");
    }

    @Test
    void only_owners_adjudicate_and_agreement_stays_with_the_codes_before() {
        said(0, "poster poster portrait", "flag flag flag");
        close();
        assertThat(app.browser(World.CLEO).get(path("adjudication")).statusCode())
                .isEqualTo(403);
        assertThat(app.browser(World.OZ).get(path("adjudication")).statusCode()).isEqualTo(404);
        settle(0, "image_type", "take=other&other=poster");
        assertThat(study.number("select count(*) from code c join coder o on o.id = c.coder_id"
                        + " where o.kind = 'person' and c.value = 'portrait'"))
                .isEqualTo(1);
        assertThat(ona.get("/projects/1/agreement").body()).doesNotContain(">Gold<");
    }
}
