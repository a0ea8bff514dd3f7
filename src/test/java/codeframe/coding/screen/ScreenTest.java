package codeframe.coding.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coding screen in a real browser: keys, memory, layout. */
class ScreenTest {
    private static final String FIVE = SampledStudy.CODEBOOK + """
              - {key: people, label: People, type: number, required: true}
              - {key: slogan, label: Slogan, type: text}
            """;

    private TestApp app;
    private Chromium chromium;
    private BrowserContext window;
    private Page page;
    private SampledStudy study;
    private long sample;
    private final List<String> errors = new ArrayList<>();

    @BeforeEach
    void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        app = TestApp.start();
        study = SampledStudy.drawn(app.jdbi(), 5);
        study.study.publish(FIVE);
        sample = study.sample(World.CLEO);
        chromium = Chromium.start();
        window = chromium.window();
        page = Chromium.signIn(window, app.url(), World.CLEO);
        page.onPageError(errors::add);
        open();
    }

    @AfterEach
    void stop() {
        chromium.close();
        app.close();
    }

    private void open() {
        page.navigate(app.url() + "/projects/1/samples/" + sample + "/code");
        assertThat(page.locator("#saved")).hasText("Saved");
    }

    private void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private List<String> codes(int image) {
        assertThat(page.locator("#saved")).hasText("Saved");
        return study.texts("select variable || '=' || coalesce(value, state) from code where image_id = "
                + study.images.get(image) + " order by 1");
    }

    private boolean chosen(String variable, String value) {
        return page.locator("[name='answer." + variable + "'][value='" + value + "']")
                .isChecked();
    }

    @Test
    void every_type_is_answered_by_keys_and_typing_is_left_alone() {
        press("1", "1", "3", "ArrowDown");
        page.keyboard().type("12");
        press("Enter");
        page.keyboard().type("uxfns 1?");
        press("Enter");
        assertThat(codes(0))
                .containsExactly(
                        "crowd_size=not_applicable",
                        "image_type=poster",
                        "objects=flag",
                        "objects=microphone",
                        "people=12",
                        "slogan=uxfns 1?");
        press("2", "x", "1", "4", "ArrowDown", "3", "Enter", "Enter");
        assertThat(codes(1))
                .containsExactly("crowd_size=not_codable", "image_type=crowd", "objects=none_of_these", "people=3");
        assertThat(errors).isEmpty();
    }

    @Test
    void a_decision_is_looked_at_again_and_changed_and_the_image_left_is_still_there() {
        press("1", "4", "ArrowDown", "1", "Enter", "Enter");
        var left = page.locator("#canvas img").getAttribute("src");
        press("3", "ArrowLeft");
        assertThat(chosen("image_type", "poster")).isTrue();
        press("u", "Enter");
        assertThat(page.locator("#canvas img")).hasAttribute("src", left);
        assertThat(chosen("image_type", "portrait"))
                .as("what was begun is kept")
                .isTrue();
        assertThat(codes(0)).contains("image_type=unsure");
        assertThat(study.number("select count(*) from coding_history")).isEqualTo(1);
        press("ArrowLeft", "ArrowRight");
        assertThat(page.locator("#canvas img")).hasAttribute("src", left);
        assertThat(codes(0)).contains("image_type=unsure");
        press("ArrowLeft");
        app.jdbi().useHandle(handle -> handle.execute("""
                        insert into second_coding (project_id, sample_id, coder_id, image_id, position)
                        select 1, sample_id, coder_id, image_id, 0 from assignment where image_id = ?
                        """, study.images.get(0)));
        press("1", "Enter");
        assertThat(page.locator("#canvas img")).hasAttribute("src", left);
        assertThat(codes(0)).as("its image came again meanwhile").contains("image_type=poster");
        assertThat(study.number("select count(*) from second_coding where state = 'done'"))
                .isZero();
    }

    @Test
    void what_is_missing_is_asked_for_and_nothing_is_sent() {
        press("1", "Enter");
        assertThat(page.locator("#wrong")).containsText("“Objects” needs an answer");
        assertThat(page.locator(".ask.here")).hasAttribute("data-variable", "objects");
        assertThat(study.number("select count(*) from coding")).isZero();
    }

    @Test
    void flag_note_skip_and_zoom_have_their_keys_and_reloading_keeps_what_was_begun() {
        var first = page.locator("#canvas img").getAttribute("src");
        press("f", "n");
        page.keyboard().type("Blurred");
        press("Enter", "2", "z");
        assertThat(page.locator("#canvas img")).hasAttribute("style", java.util.regex.Pattern.compile(".*scale.*"));
        open();
        assertThat(page.locator("#note")).hasValue("Blurred");
        assertThat(chosen("image_type", "crowd")).isTrue();
        press("s");
        assertThat(page.locator("#canvas img")).not().hasAttribute("src", first);
        assertThat(page.locator("#saved")).hasText("Saved");
        assertThat(study.number("select skipped from assignment where image_id = " + study.images.get(0)))
                .isEqualTo(1);
    }

    @Test
    void a_decision_that_the_server_refuses_is_kept_and_said() {
        app.jdbi().useHandle(handle -> handle.execute("update sample set closed_at = now()"));
        press("1", "4", "ArrowDown", "1", "Enter", "Enter");
        assertThat(page.locator("#saved")).containsText("Not taken");
        assertThat(page.locator("#saved")).containsText("was closed");
        page.reload();
        assertThat(page.locator("#saved")).containsText("Not taken");
        assertThat(study.number("select count(*) from coding")).isZero();
        page.getByText("throw it away").click();
        assertThat(page.locator("#saved")).hasText("Saved");
    }

    @Test
    void the_image_is_large_and_five_questions_need_no_scrolling_and_nothing_moves() {
        assertThat((boolean) page.evaluate("""
                () => { const list = document.querySelector('#questions');
                        return list.scrollHeight <= list.clientHeight }""")).isTrue();
        double stage = page.locator("#canvas").boundingBox().width;
        assertThat(stage / 1366).isGreaterThanOrEqualTo(0.6);
        var before = boxes();
        press("2", "1", "1", "ArrowDown", "7", "Enter", "Enter");
        assertThat(page.locator("#standing")).containsText("1 coded");
        assertThat(boxes()).isEqualTo(before);
    }

    private Object boxes() {
        return page.evaluate("""
                () => [...document.querySelectorAll('.ask, .choice, #canvas, #save')]
                    .map(one => JSON.stringify(one.getBoundingClientRect()))""");
    }

    @Test
    void a_mouse_does_what_the_keys_do() {
        page.locator("label.choice", new Page.LocatorOptions().setHasText("Poster"))
                .click();
        page.locator("label.choice", new Page.LocatorOptions().setHasText("None of these"))
                .click();
        page.locator("[name='answer.people']").fill("4");
        page.getByText("Save and go on").click();
        assertThat(codes(0)).contains("image_type=poster", "objects=none_of_these", "people=4");
    }

    @Test
    void screen_guide_adjudication_and_gold_are_free_of_violations_by_day_and_night() {
        var wrong = new ArrayList<String>();
        wrong.addAll(Look.faults(page));
        press("g");
        assertThat(page.locator("#guide")).containsText("Decide by what takes up most of the picture");
        wrong.addAll(Look.faults(page));
        for (var path : List.of("/code", "/samples/" + sample + "/guide", "/samples/" + sample + "/again")) {
            page.navigate(app.url() + "/projects/1" + path);
            wrong.addAll(Look.faults(page));
        }
        var ended = study.sample(World.CLEO, World.ONA);
        study.study.code(
                study.study.coding(study.coder(World.CLEO), study.images.get(0), ended), "image_type", "poster");
        study.study.code(study.study.coding(study.coder(World.ONA), study.images.get(0), ended), "image_type", "crowd");
        app.jdbi().useHandle(handle -> handle.execute("update sample set closed_at = now()"));
        page = Chromium.signIn(chromium.window(), app.url(), World.ONA);
        for (var path : List.of("/adjudication", "/gold", "/gold?route=open")) {
            page.navigate(app.url() + "/projects/1/samples/" + ended + path);
            wrong.addAll(Look.faults(page));
        }
        assertThat(wrong).isEmpty();
    }
}
