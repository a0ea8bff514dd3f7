package codeframe.codebook;

import static codeframe.testing.Browser.encode;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.project.Projects;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.user.Users;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodebookPagesTest {
    private static TestApp app;
    private static Browser ona;
    private static Browser cleo;
    private static Browser vic;
    private static Codebooks codebooks;

    /** A project for each test. */
    private long project;

    private String base;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
        cleo = app.browser(World.CLEO);
        vic = app.browser(World.VIC);
        codebooks = app.jdbi().onDemand(Codebooks.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void begin() {
        var users = app.jdbi().onDemand(Users.class);
        var projects = app.jdbi().onDemand(Projects.class);
        project = projects.create(
                        "Study", users.userByEmail(World.ONA).orElseThrow().id())
                .id();
        projects.addMember(project, users.userByEmail(World.CLEO).orElseThrow().id(), "coder");
        projects.addMember(project, users.userByEmail(World.VIC).orElseThrow().id(), "viewer");
        base = "/projects/" + project + "/codebook";
        ona.get(base);
    }

    @Test
    void an_empty_project_offers_templates_a_blank_codebook_and_import() {
        assertThat(ona.get(base).body()).contains("Image types", "Visual frames", "Write a variable", "Import");
    }

    @Test
    void a_template_becomes_the_draft_and_a_published_version_everybody_can_read() {
        ona.post(base + "/template", "template=image_types");
        assertThat(ona.get(base).body()).contains("Social Media Moderation", "What coders see", "from 1 to 9 phrases");
        assertThat(publish("first").headers().firstValue("Location")).contains(base + "/versions/1");
        for (var person : new Browser[] {ona, cleo, vic}) {
            var page = person.get(base + "/versions/1").body();
            assertThat(page).contains("Social Media Moderation", "Version 1", "Note: first");
        }
        assertThat(cleo.get(base).body()).contains("Version 1").doesNotContain("Add a variable");
    }

    @Test
    void only_owners_write() {
        cleo.get(base);
        assertThat(cleo.post(base + "/variables", "").statusCode()).isEqualTo(403);
        assertThat(cleo.post(base + "/template", "template=image_types").statusCode())
                .isEqualTo(403);
        assertThat(cleo.get(base + "/draft.yaml").statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_typed_is_saved_with_keys_made_from_labels() {
        add();
        var saved = save(
                "was=variable",
                "label=Straße+oder+Platz&type=single&level=nominal&required=true"
                        + category("Drinnen & draußen", "one\r\ntwo\r\n\r\n") + category("", ""));
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("Saved", "strasse_oder_platz").contains("has no label");
        var variable = codebooks.draft(project).codebook().variables().get(0);
        assertThat(variable.key()).isEqualTo("strasse_oder_platz");
        assertThat(variable.categories().get(0))
                .isEqualTo(new Category(
                        "drinnen_draussen",
                        "Drinnen & draußen",
                        "",
                        java.util.List.of(),
                        java.util.List.of(),
                        java.util.List.of("one", "two")));
        assertThat(variable.categories().get(1).key()).isEqualTo("category");
    }

    @Test
    void without_javascript_the_form_is_saved_and_the_page_comes_again() {
        add();
        var answer = ona.post(base + "/variable", "was=variable&" + seen() + "&label=Type&type=text&level=nominal");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(base + "?variable=type");
        assertThat(ona.get(base + "?variable=type").body()).contains("value=\"Type\"");
    }

    @Test
    void two_owners_of_the_same_variable_are_told_and_nothing_is_overwritten() {
        add();
        var opened = seen();
        save("was=variable", "label=First&type=text&level=nominal");
        var late = htmx(base + "/variable", "was=first&" + opened + "&label=Second&type=text&level=nominal");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Somebody else changed &quot;First&quot;".replace("&quot;", "\""), "was not saved");
        assertThat(codebooks.draft(project).codebook().keys()).containsExactly("first");
    }

    @Test
    void owners_of_different_variables_do_not_disturb_each_other() {
        add();
        add();
        var second = seen("variable_2");
        save("was=variable", "label=One&type=text&level=nominal");
        assertThat(htmx(base + "/variable", "was=variable_2&" + second + "&label=Two&type=text&level=nominal")
                        .statusCode())
                .isEqualTo(200);
        assertThat(codebooks.draft(project).codebook().keys()).containsExactly("one", "two");
    }

    @Test
    void a_key_that_is_taken_or_broken_is_refused_and_nothing_is_saved() {
        add();
        add();
        for (var key : new String[] {"variable_2", "Not+a+key"}) {
            var refused = save("was=variable", "label=X&type=text&level=nominal&key=" + key);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Not saved", "error-key");
        }
        assertThat(codebooks.draft(project).codebook().keys()).containsExactly("variable", "variable_2");
    }

    @Test
    void a_published_key_stays_when_the_label_changes() {
        ona.post(base + "/template", "template=image_types");
        publish("");
        var variable =
                codebooks.latest(project).orElseThrow().codebook().variables().get(0);
        save(
                "was=image_type",
                "label=Picture+type&type=single&level=nominal&key=other"
                        + "&category_row=0&category_key=collages&category_label=Montages");
        var changed = codebooks.draft(project).codebook().variables().get(0);
        assertThat(changed.key()).isEqualTo(variable.key());
        assertThat(changed.categories()).extracting(Category::key).containsExactly("collages");
        assertThat(codebooks
                        .latest(project)
                        .orElseThrow()
                        .codebook()
                        .variables()
                        .get(0))
                .isEqualTo(variable);
    }

    @Test
    void variables_are_moved_copied_removed_and_put_back() {
        ona.post(base + "/template", "template=visual_frames");
        assertThat(htmx(base + "/variables/location/move", "to=0").body()).contains("id=\"variables\"");
        ona.post(base + "/variables/location/duplicate", "");
        assertThat(codebooks.draft(project).codebook().keys()).startsWith("location", "location_copy", "performance");
        ona.post(base + "/variables/performance/remove", "");
        assertThat(codebooks.draft(project).codebook().variable("performance")).isEmpty();
        var page = ona.get(base).body();
        assertThat(page).contains("Recently removed", "Performance");
        ona.post(base + "/removed/" + removedId(page) + "/restore", "");
        assertThat(codebooks.draft(project).codebook().position("performance")).isEqualTo(2);
        assertThat(ona.post(base + "/variables/nowhere/remove", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_removed_category_can_be_put_back_after_other_edits() {
        add();
        save("was=variable", "label=V&type=single&level=nominal" + category("A", "") + category("B", "phrase"));
        var removed = htmx(
                base + "/variable",
                "was=v&" + seen("v") + "&label=V&type=single&level=nominal" + category("A", "")
                        + category("B", "phrase").replace("row=0", "row=7") + "&do=remove:7");
        assertThat(removed.body()).contains("Category removed", "Undo");
        assertThat(codebooks.draft(project).codebook().variables().get(0).values())
                .containsExactly("a");
        save("was=v", "label=V&type=single&level=nominal" + category("A", "") + category("C", ""));
        ona.post(base + "/removed/" + removedId(removed.body()) + "/restore", "");
        assertThat(codebooks.draft(project).codebook().variables().get(0).values())
                .containsExactly("a", "b", "c");
        assertThat(codebooks
                        .draft(project)
                        .codebook()
                        .variables()
                        .get(0)
                        .categories()
                        .get(1)
                        .phrases())
                .containsExactly("phrase");
    }

    @Test
    void a_draft_with_mistakes_is_not_published_and_the_page_says_why() {
        add();
        assertThat(ona.get(base + "/publish").body())
                .contains("Correct before publishing")
                .doesNotContain("name=\"note\"");
        var refused = publish("");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("was not published", "has no label");
        assertThat(codebooks.latest(project)).isEmpty();
    }

    @Test
    void a_draft_that_changed_since_it_was_looked_at_is_not_published() {
        ona.post(base + "/template", "template=visual_frames");
        var answer = ona.post(base + "/publish", "note=&revision=999");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("was changed by Ona");
    }

    @Test
    void the_next_version_tells_what_changed_and_what_becomes_of_codes() {
        ona.post(base + "/template", "template=image_types");
        publish("");
        save(
                "was=image_type",
                "label=Image+type&type=single&level=nominal&required=true&unsure=true"
                        + "&category_row=0&category_key=collages&category_label=Collages"
                        + "&category_row=1&category_key=campaign_material&category_label=Material");
        var page = ona.get(base + "/publish").body();
        assertThat(page).contains("Publish version 2", "becomes.image_type.political_events", "look at earlier codes");
        ona.post(
                base + "/publish",
                "note=fewer&revision=" + codebooks.draft(project).revision()
                        + "&becomes.image_type.political_events=campaign_material"
                        + "&becomes.image_type.individual_contact=nonsense");
        assertThat(codebooks.mappings(project, 2))
                .contains(
                        new Mapping("image_type", "political_events", "campaign_material"),
                        new Mapping("image_type", "individual_contact", ""));
        var changes = ona.get(base + "/changes?from=1&to=2").body();
        assertThat(changes).contains("is now called", "Material", "was removed", "is coded again");
        assertThat(ona.get(base + "/changes?from=1&to=9").statusCode()).isEqualTo(422);
    }

    @Test
    void a_discarded_draft_is_the_latest_version_again_and_its_own_variables_can_be_put_back() {
        ona.post(base + "/template", "template=image_types");
        assertThat(ona.post(base + "/discard", "").statusCode()).isEqualTo(404);
        publish("");
        assertThat(ona.post(base + "/publish", "note=&revision=0").body()).contains("nothing to publish");
        add();
        ona.post(base + "/discard", "");
        assertThat(codebooks.storedDraft(project)).isEmpty();
        assertThat(ona.get(base).body()).contains("As published", "Recently removed");
    }

    @Test
    void files_are_imported_pasted_added_and_refused_with_every_mistake() {
        ona.post(base + "/import", "text=" + encode("classification_dict = {'A': ['a photo'], 'B': ['b'],}"));
        assertThat(codebooks.draft(project).codebook().keys()).containsExactly("classification");
        ona.post(base + "/import", "how=add&text=" + encode("{'A': ['a photo'], 'B': ['b']}"));
        assertThat(codebooks.draft(project).codebook().keys()).containsExactly("classification", "classification_2");
        var refused = ona.post(base + "/import", "text=" + encode("codebook: x\ncolour: red\nvariabels: []\n"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Line 2", "colour", "Line 3", "variabels");
        ona.post(base + "/import", "how=replace&text=" + encode("[{label: X}, {label: Y}]"));
        assertThat(codebooks.draft(project).codebook().keys()).containsExactly("classification");
        assertThat(ona.get(base).body()).contains("Recently removed");
    }

    @Test
    void an_uploaded_file_is_read_too() {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.yaml\"\r\n\r\n"
                + "variables: [{label: Mood, type: text}]\r\n--x--\r\n";
        var request = HttpRequest.newBuilder(ona.uri(base + "/import?_csrf=" + ona.csrf()))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(ona.send(request).statusCode()).isEqualTo(303);
        assertThat(codebooks.draft(project).codebook().keys()).containsExactly("mood");
    }

    @Test
    void hostile_text_is_shown_as_text() {
        add();
        var hostile = "<script>alert(1)</script>\"'><img src=x>";
        save(
                "was=variable",
                "label=" + encode(hostile) + "&type=single&level=nominal&group=" + encode(hostile) + "&instruction="
                        + encode(hostile) + category(hostile, hostile) + category("B", ""));
        assertThat(ona.get(base + "/publish").body()).doesNotContain("<script>alert");
        publish(encode(hostile));
        for (var path : new String[] {base, base + "/versions", base + "/versions/1"}) {
            assertThat(ona.get(path).body())
                    .doesNotContain("<script>alert", "<img src=x")
                    .contains("&lt;script");
        }
    }

    @Test
    void a_version_is_downloaded_as_the_file_that_would_be_read_back() {
        ona.post(base + "/template", "template=visual_frames");
        publish("");
        var file = vic.get(base + "/versions/1/codebook.yaml");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("codebook-v1.yaml");
        assertThat(CodebookYaml.read(file.body()))
                .isEqualTo(new Reading.Read(CodebookTemplate.VISUAL_FRAMES.codebook()));
        assertThat(ona.get(base + "/versions/2").statusCode()).isEqualTo(404);
    }

    private void add() {
        ona.post(base + "/variables", "");
    }

    private HttpResponse<String> save(String was, String fields) {
        return htmx(base + "/variable", was + "&" + seen(was.substring(4)) + "&" + fields);
    }

    private static String category(String label, String phrases) {
        return "&category_row=0&category_key=&category_definition=&category_include=&category_exclude=&category_label="
                + encode(label) + "&category_phrases=" + encode(phrases);
    }

    private String seen() {
        return seen("variable");
    }

    private String seen(String variable) {
        var matcher = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"")
                .matcher(ona.get(base + "?variable=" + variable).body());
        assertThat(matcher.find()).isTrue();
        return "seen=" + matcher.group(1);
    }

    private HttpResponse<String> publish(String note) {
        return ona.post(
                base + "/publish",
                "note=" + note + "&revision=" + codebooks.draft(project).revision());
    }

    private HttpResponse<String> htmx(String path, String form) {
        return ona.send(HttpRequest.newBuilder(ona.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-Token", ona.csrf())
                .header("HX-Request", "true")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String removedId(String page) {
        var matcher = Pattern.compile("/removed/(\\d+)/restore").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
