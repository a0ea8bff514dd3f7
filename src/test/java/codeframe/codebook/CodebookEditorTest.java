package codeframe.codebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The editor in a real browser. */
class CodebookEditorTest {
    private static TestApp app;
    private static Chromium chromium;
    private static Codebooks codebooks;
    private static Page page;
    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void start() {
        app = TestApp.start();
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        codebooks = app.jdbi().onDemand(Codebooks.class);
        page = Chromium.signIn(chromium.window(), app.url(), World.ONA);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @BeforeEach
    void empty() {
        app.jdbi().useHandle(handle -> handle.execute("truncate codebook_version, codebook_removed cascade"));
        page.onPageError(errors::add);
        page.navigate(app.url() + "/projects/1/codebook");
    }

    @Test
    void a_codebook_is_written_and_published_by_keyboard_alone() {
        press("Write a variable");
        assertThat(page.locator("#label")).isFocused();
        page.waitForLoadState();
        type("Picture type");
        page.keyboard().press("Enter");
        page.getByLabel("Asked of").selectOption("post");
        assertThat(page.locator(".category")).hasCount(0);
        focus("Add a category");
        page.keyboard().press("Enter");
        type("Poster");
        page.keyboard().press("Enter");
        type("Rally");
        page.keyboard().press("Enter");
        type("Interview");
        page.keyboard().press("Alt+ArrowUp");
        phrases("Rally", "a photo of a crowd\na stage with a speaker");
        phrases("Poster", "a printed poster");
        phrases("Interview", "a person with a microphone");
        assertThat(page.locator("#preview .choice"))
                .containsText(new String[] {"Poster", "Interview", "Rally", "Unsure"});
        assertThat(page.locator("#checks")).containsText("ready to publish");
        press("Publish …");
        assertThat(page.locator("h1")).hasText("Publish version 1");
        focusLabel("Note");
        type("By hand.");
        press("Publish version 1");
        assertThat(page.locator("h1")).hasText("First study");
        var variable = codebooks.latest(1).orElseThrow().codebook().variables().get(0);
        assertThat(variable.unit()).isEqualTo(Unit.POST);
        assertThat(variable.key()).isEqualTo("picture_type");
        assertThat(variable.values()).containsExactly("poster", "interview", "rally");
        assertThat(variable.categories().get(2).phrases())
                .containsExactly("a photo of a crowd", "a stage with a speaker");
        assertThat(errors).isEmpty();
    }

    /** htmx sends the name of a button that merely has the focus. */
    @Test
    void saving_while_a_button_has_the_focus_does_not_press_it() {
        press("Write a variable");
        assertThat(page.locator("#label")).isFocused();
        page.waitForLoadState();
        type("Picture type");
        focus("Add a category");
        page.keyboard().press("Enter");
        type("Poster");
        page.keyboard().press("Enter");
        type("Rally");
        page.getByLabel("Remove the category").first().focus();
        var answer = page.waitForResponse(
                given -> String.valueOf(given.request().postData()).contains("instruction=Look"),
                () -> page.locator("#instruction")
                        .evaluate("field => { field.value = 'Look';"
                                + " field.dispatchEvent(new Event('change', { bubbles: true })); }"));
        assertThat(answer.request().postData()).doesNotContain("do=");
        page.getByLabel("Remove the category").first().press("Enter");
        assertThat(page.locator(".category")).hasCount(1);
        assertThat(codebooks.draft(1).codebook().variables().get(0).values()).containsExactly("rally");
    }

    /** Both wait for what is typed to be saved, and then go. */
    @Test
    void a_variable_is_duplicated_and_removed_with_the_last_words_saved() {
        press("Write a variable");
        assertThat(page.locator("#label")).isFocused();
        page.waitForLoadState();
        type("Mood");
        press("Duplicate the variable");
        assertThat(page.locator("#variables .entry")).hasCount(2);
        assertThat(page.locator("#label")).hasValue("Mood (copy)");
        page.waitForLoadState();
        focusLabel("Label");
        page.keyboard().press("End");
        type(" of the day");
        press("Remove the variable");
        assertThat(page.locator("#variables .entry")).hasCount(1);
        assertThat(codebooks.draft(1).codebook().variables().size()).isEqualTo(1);
    }

    /** Leaving the field saves it, and what is saved draws the button anew while it is being pressed. */
    @Test
    void a_click_is_not_lost_when_the_button_is_drawn_anew_under_the_pointer() {
        press("Write a variable");
        assertThat(page.locator("#label")).isFocused();
        page.waitForLoadState();
        type("Mood");
        var box = page.locator("#duplicate").boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.evaluate("document.getElementById('duplicate').dataset.old = ''");
        page.mouse().down();
        assertThat(page.locator("#duplicate[data-old]")).hasCount(0);
        page.mouse().up();
        assertThat(page.locator("#variables .entry")).hasCount(2);
        assertThat(page.locator("#label")).hasValue("Mood (copy)");
    }

    @Test
    void a_button_that_is_drawn_anew_keeps_the_focus() {
        press("Write a variable");
        assertThat(page.locator("#label")).isFocused();
        page.waitForLoadState();
        type("Mood");
        page.evaluate("document.getElementById('duplicate').dataset.old = ''");
        focus("Duplicate the variable");
        assertThat(page.locator("#duplicate[data-old]")).hasCount(0);
        assertThat(page.locator("#duplicate")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#variables .entry")).hasCount(2);
    }

    @Test
    void typing_is_saved_without_a_button_and_survives_a_reload() {
        press("Write a variable");
        assertThat(page.locator("#label")).isFocused();
        page.waitForLoadState();
        type("Mood");
        assertThat(page.locator("#status")).containsText("Saved");
        assertThat(page.locator("#variables")).containsText("Mood");
        page.reload();
        assertThat(page.getByLabel("Label", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Mood");
        page.locator("#type").selectOption("text");
        assertThat(page.locator("#checks")).containsText("ready to publish");
        assertThat(page.locator("#category-list")).isHidden();
        assertThat(codebooks.draft(1).codebook().variables().get(0).type()).isEqualTo(VariableType.TEXT);
        page.locator("#type").selectOption("number");
        assertThat(page.locator("#level")).hasValue("interval");
    }

    @Test
    void a_new_variable_is_no_mistake_before_anything_is_typed_but_cannot_be_published() {
        press("Write a variable");
        assertThat(page.locator("#label")).isFocused();
        page.waitForLoadState();
        assertThat(page.locator("#checks")).containsText("A new variable is empty");
        assertThat(page.locator("#checks .must")).hasCount(0);
        assertThat(page.locator(".error").allTextContents()).allMatch(String::isBlank);
        page.navigate(app.url() + "/projects/1/codebook/publish");
        assertThat(page.locator("main")).containsText("Correct before publishing");
        page.goBack();
        page.locator("#label").fill("Mood");
        assertThat(page.locator("#checks .must")).hasCount(1);
    }

    @Test
    void a_removed_category_leaves_the_page_and_comes_back_by_undo() {
        codebooks.change(1, 1, none -> CodebookTemplate.IMAGE_TYPES.codebook());
        page.reload();
        page.locator(".category").nth(1).getByLabel("Remove the category").click();
        assertThat(page.locator(".category")).hasCount(5);
        assertThat(codebooks.draft(1).codebook().variables().get(0).values()).doesNotContain("campaign_material");
        press("Undo");
        assertThat(page.locator(".category")).hasCount(6);
        assertThat(codebooks.draft(1).codebook()).isEqualTo(CodebookTemplate.IMAGE_TYPES.codebook());
    }

    @Test
    void variables_and_categories_are_dragged_to_another_place() {
        codebooks.change(1, 1, none -> CodebookTemplate.VISUAL_FRAMES.codebook());
        page.reload();
        page.locator(".category .grip").nth(3).dragTo(page.locator(".category").nth(0));
        assertThat(page.locator("#preview .question.here .choice").first()).containsText("Protest event");
        page.waitForResponse(
                answer -> answer.url().endsWith("/variables/location/move"),
                () -> page.locator(".entry[data-key=location]").dragTo(page.locator(".entry[data-key=performance]")));
        assertThat(page.locator(".entry").first()).containsText("Location");
        assertThat(codebooks.draft(1).codebook().keys()).startsWith("location", "performance");
    }

    @Test
    void the_preview_asks_only_what_its_conditions_ask_for() {
        codebooks.change(1, 1, none -> {
            var frames = CodebookTemplate.VISUAL_FRAMES.codebook();
            var sleeves = frames.variable("rolled_up_sleeves").orElseThrow();
            return frames.with(4, sleeves.withShowIf(new ShowIf("dress_style", List.of("casual"))));
        });
        page.reload();
        var sleeves = page.locator("[data-question=rolled_up_sleeves]");
        assertThat(sleeves).isHidden();
        page.locator("[data-question=dress_style]").getByText("Casual").click();
        assertThat(sleeves).isVisible();
        page.getByLabel("Instruction for coders").fill("Look twice.");
        assertThat(page.locator("#preview")).containsText("Look twice.");
        assertThat(sleeves).isVisible();
    }

    @Test
    void what_somebody_else_changed_is_not_overwritten_and_the_text_stays() {
        codebooks.change(1, 1, none -> CodebookTemplate.IMAGE_TYPES.codebook());
        page.reload();
        codebooks.change(
                1, 1, codebook -> codebook.with(0, codebook.variables().get(0).withLabel("Kind of image")));
        page.getByLabel("Instruction for coders").fill("My own words.");
        assertThat(page.locator("#toasts")).containsText("Somebody else changed");
        assertThat(page.locator("#status")).containsText("Not saved");
        assertThat(page.getByLabel("Instruction for coders")).hasValue("My own words.");
        page.onceDialog(dialog -> dialog.accept());
    }

    @Test
    void every_page_of_the_codebook_is_clean_for_screen_readers() {
        codebooks.publish(1, 1, CodebookTemplate.IMAGE_TYPES.codebook(), "One.");
        codebooks.publish(1, 1, CodebookTemplate.VISUAL_FRAMES.codebook(), "Two.");
        codebooks.change(1, 1, none -> CodebookTemplate.IMAGE_TYPES.codebook());
        for (var path : List.of("", "?variable=", "/publish", "/versions", "/versions/2", "/changes", "/import")) {
            page.navigate(app.url() + "/projects/1/codebook" + path);
            page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
            assertThat(Look.faults(page)).isEmpty();
        }
    }

    /** Reaches a link or button by Tab and presses it. */
    private static void press(String name) {
        focus(name);
        page.keyboard().press("Enter");
    }

    private static void focus(String name) {
        var button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        var link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
        button.or(link).first().focus();
    }

    private static void focusLabel(String label) {
        page.getByLabel(label).first().focus();
    }

    private static void type(String text) {
        page.keyboard().type(text);
    }

    /** A row that was just added or moved may not be drawn yet. */
    private static Optional<Locator> label(String category) {
        return page.locator(".category [name=category_label]").all().stream()
                .filter(label -> label.inputValue().equals(category))
                .findFirst();
    }

    /** From the category's label on by Tab: past its buttons, opening its details, past the definition. */
    private static void phrases(String category, String text) {
        page.waitForCondition(() -> label(category).isPresent());
        label(category).orElseThrow().focus();
        for (int i = 0; i < 6; i++) {
            page.keyboard().press("Tab");
        }
        type(text);
    }
}
