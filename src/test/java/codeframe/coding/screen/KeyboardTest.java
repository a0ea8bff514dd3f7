package codeframe.coding.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coding screen on keyboards that write other letters, and Enter where several answers can be ticked. */
class KeyboardTest {
    private static final Pattern SCALED = Pattern.compile(".*scale.*");

    private TestApp app;
    private Chromium chromium;
    private Page page;
    private SampledStudy study;

    @BeforeEach
    void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        app = TestApp.start();
        study = SampledStudy.drawn(app.jdbi(), 4);
        study.study.publish(SampledStudy.CODEBOOK + "  - {key: slogan, label: Slogan, type: text}\n");
        long sample = study.sample(World.CLEO);
        chromium = Chromium.start();
        page = Chromium.signIn(chromium.window(), app.url(), World.CLEO);
        page.navigate(app.url() + "/projects/1/samples/" + sample + "/code");
        assertThat(page.locator("#saved")).hasText("Saved");
    }

    @AfterEach
    void stop() {
        chromium.close();
        app.close();
    }

    /** A key as a browser tells it: the letter that it writes, and its place on the keyboard. */
    private void strike(String key, String code) {
        page.evaluate("""
                ([key, code]) => document.activeElement.dispatchEvent(
                    new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }))""", List.of(key, code));
    }

    private List<String> codes(int image) {
        assertThat(page.locator("#saved")).hasText("Saved");
        return study.texts("select variable || '=' || coalesce(value, state) from code where image_id = "
                + study.images.get(image) + " order by 1");
    }

    private void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    @Test
    void letters_count_by_the_place_of_the_key_on_cyrillic_greek_and_hebrew_keyboards() {
        var unsure = List.of("г", "θ", "ו");
        var flag = List.of("а", "φ", "כ");
        for (int image = 0; image < unsure.size(); image++) {
            strike(unsure.get(image), "KeyU");
            strike(flag.get(image), "KeyF");
            press("4", "ArrowDown", "Enter");
            assertThat(codes(image)).contains("image_type=unsure", "objects=none_of_these");
        }
        assertThat(study.number("select count(*) from coding where flagged")).isEqualTo(3);
    }

    @Test
    void a_latin_letter_counts_as_it_is_written_wherever_it_stands() {
        strike("w", "KeyZ");
        assertThat(page.locator("#canvas img")).not().hasAttribute("style", SCALED);
        strike("z", "KeyW");
        assertThat(page.locator("#canvas img")).hasAttribute("style", SCALED);
    }

    @Test
    void enter_goes_on_from_what_was_ticked_and_saves_after_the_last_question() {
        press("1", "1", "3", "Enter");
        assertThat(page.locator(".ask.here")).hasAttribute("data-variable", "slogan");
        assertThat(study.number("select count(*) from coding")).isZero();
        press("Enter");
        assertThat(codes(0)).contains("objects=flag", "objects=microphone");
    }
}
