package codeframe.codebook;

import static codeframe.testing.Browser.encode;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** From draft to version, from file to draft, and back. */
class CodebookVersionsTest extends CodebookStudy {
    @Test
    void a_template_becomes_the_draft_and_a_published_version_everybody_can_read() {
        ona.post(base + "/template", "template=image_types");
        assertThat(ona.get(base).body()).contains("Social Media Moderation", "What coders see", "from 1 to 9 phrases");
        assertThat(publish("first").headers().firstValue("Location")).contains(base + "/versions/1");
        assertThat(ona.get(base + "/versions/1").body())
                .contains(base.replace("codebook", "samples/new"), base.replace("codebook", "runs/new"));
        for (var person : new Browser[] {ona, cleo, vic}) {
            var page = person.get(base + "/versions/1").body();
            assertThat(page).contains("Social Media Moderation", "Version 1", "Note: first");
        }
        assertThat(cleo.get(base).body()).contains("Version 1").doesNotContain("Add a variable");
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
}
