package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Writing the draft. */
class CodebookPagesTest extends CodebookStudy {
    @Test
    void an_empty_project_offers_templates_a_blank_codebook_and_import() {
        assertThat(ona.get(base).body()).contains("Image types", "Visual frames", "Write a variable", "Import");
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
        assertThat(saved.body()).contains("Saved", "strasse_oder_platz").contains("A new category of");
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
        var answer = ona.post(base + "/variable", "was=variable&" + seen() + "&label=About&type=text&level=nominal");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(base + "?variable=about");
        assertThat(ona.get(base + "?variable=about").body())
                .contains("value=\"About\"")
                .containsOnlyOnce("id=\"open-about\"");
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
}
