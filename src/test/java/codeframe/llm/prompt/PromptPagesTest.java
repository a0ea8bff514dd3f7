package codeframe.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.CodebookTemplate;
import codeframe.codebook.Codebooks;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptPagesTest {
    private static final String PROMPT = "/projects/1/codebook/prompt";

    private TestApp app;
    private Browser ona;

    @BeforeEach
    void start() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private void publish() {
        app.jdbi().onDemand(Codebooks.class).publish(1, 1, CodebookTemplate.VISUAL_FRAMES.codebook(), "");
    }

    @Test
    void a_codebook_without_variables_asks_nothing_and_says_so() {
        assertThat(ona.get(PROMPT).body())
                .contains("The codebook has no variables")
                .doesNotContain("As it is sent");
        assertThat(app.browser(World.VIC).get(PROMPT).body()).contains("The owners of the project are still writing");
    }

    @Test
    void the_prompt_and_its_schema_stand_beside_the_codebook_with_their_tokens() {
        publish();
        assertThat(ona.get("/projects/1/codebook").body()).contains("href=\"" + PROMPT + "\"");
        var body = ona.get(PROMPT).body();
        assertThat(body)
                .contains("- `street_or_plaza`", "Recognise and name nobody", "additionalProperties", "tokens")
                .contains("1 request per image");
        assertThat(ona.get(PROMPT + "?split=variable&anonymity=off").body())
                .contains("5 requests per image", "Request 5 of 5")
                .contains("href=\"" + PROMPT + "?of=published&amp;anonymity=off&amp;split=variable");
    }

    @Test
    void a_rewritten_part_is_sent_shows_what_changed_and_can_be_reset() {
        publish();
        ona.get(PROMPT);
        assertThat(save("role", "You are a careful coder of posters.").statusCode())
                .isEqualTo(303);
        var body = ona.get(PROMPT).body();
        assertThat(body).contains("Rewritten", "You are a careful coder of posters.", "<ins>", "<del>");
        assertThat(body.split("careful coder of posters", -1)).hasSizeGreaterThan(2);
        ona.post(PROMPT + "/reset", "part=role");
        assertThat(ona.get(PROMPT).body()).doesNotContain("Rewritten").doesNotContain("careful coder");
    }

    @Test
    void saving_the_generated_text_rewrites_nothing() {
        publish();
        ona.get(PROMPT);
        save("role", PromptParts.of(CodebookTemplate.VISUAL_FRAMES.codebook()).text("role"));
        assertThat(app.jdbi().onDemand(PromptEdits.class).edits(1)).isEmpty();
    }

    @Test
    void a_mistake_in_a_part_is_said_and_what_was_typed_stays() {
        publish();
        ona.get(PROMPT);
        var empty = save("role", "  ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("This part may not be empty.");
        var unknown = save("variable:location", "Where? {{valeus}}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body())
                .contains("Nothing can be filled in for {{valeus}} here", "{{values}}", "Where? {{valeus}}</textarea>");
        assertThat(save("variable:location", "Where is it?").body()).contains("The values have no place");
        assertThat(save("answer", "Answer in prose.").body()).contains("not told the keys");
        assertThat(save("objective", "x".repeat(20_001)).body()).contains("20,001 characters");
        assertThat(save("variable:nowhere", "x").statusCode()).isEqualTo(404);
        assertThat(save("", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_part_says_when_the_codebook_has_moved_on_and_when_it_has_lost_its_place() {
        publish();
        ona.get(PROMPT);
        save("variable:location", "Where was it taken?\n{{values}}");
        save("variable:dress_style", "How do they dress?\n{{values}}");
        var codebook = CodebookTemplate.VISUAL_FRAMES.codebook();
        int location = codebook.position("location");
        var changed = codebook.with(location, codebook.variables().get(location).withLabel("Place"))
                .without(codebook.position("dress_style"));
        app.jdbi().onDemand(Codebooks.class).publish(1, 1, changed, "");
        assertThat(ona.get(PROMPT).body())
                .contains("The codebook has changed since this part was rewritten")
                .contains("Rewritten, but without a place", "variable:dress_style");
        assertThat(ona.post(PROMPT + "/reset", "").statusCode()).isEqualTo(303);
        assertThat(ona.get(PROMPT).body()).doesNotContain("Rewritten");
    }

    @Test
    void the_draft_is_for_owners_and_rewriting_too() {
        publish();
        var draft = CodebookTemplate.VISUAL_FRAMES.codebook().without(0);
        app.jdbi().onDemand(Codebooks.class).change(1, 1, before -> draft);
        assertThat(ona.get(PROMPT + "?of=draft").body()).doesNotContain("campaign_or_party_event");
        var cleo = app.browser(World.CLEO);
        var body = cleo.get(PROMPT + "?of=draft").body();
        assertThat(body).contains("campaign_or_party_event").doesNotContain(">Rewrite<");
        assertThat(cleo.post(PROMPT, "part=role&text=x").statusCode()).isEqualTo(403);
    }

    private java.net.http.HttpResponse<String> save(String part, String text) {
        return ona.post(PROMPT, "part=" + Browser.encode(part) + "&text=" + Browser.encode(text));
    }
}
