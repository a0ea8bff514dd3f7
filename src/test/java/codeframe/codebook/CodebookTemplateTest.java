package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CodebookTemplateTest {
    @ParameterizedTest
    @EnumSource
    void a_template_can_be_published_as_it_is(CodebookTemplate template) {
        assertThat(CodebookChecks.errors(template.codebook())).isEmpty();
        assertThat(CodebookTemplate.named(template.word())).contains(template);
    }

    @Test
    void image_types_has_the_six_categories_and_26_phrases_of_the_notebook() {
        var categories =
                CodebookTemplate.IMAGE_TYPES.codebook().variables().get(0).categories();
        assertThat(categories)
                .extracting(Category::label)
                .containsExactly(
                        "Collages",
                        "Campaign Material",
                        "Political Events",
                        "Individual Contact",
                        "Interviews & Media",
                        "Social Media Moderation");
        assertThat(categories).extracting(c -> c.phrases().size()).containsExactly(1, 3, 9, 3, 7, 3);
    }

    @Test
    void visual_frames_flatten_to_the_columns_of_the_notebook() {
        var codebook = CodebookTemplate.VISUAL_FRAMES.codebook();
        assertThat(Flattening.NOTEBOOK.columns(codebook).values())
                .containsExactly(
                        "Performance",
                        "Environment_Environment",
                        "Environment_Location",
                        "DressStyle_DressStyle",
                        "DressStyle_RolledUpSleeves");
        assertThat(Flattening.KEYS.columns(codebook)).containsEntry("location", "Environment_location");
        assertThat(codebook.variable("environment").orElseThrow().values()).hasSize(4);
        assertThat(codebook.variable("environment_location")).isEmpty();
        assertThat(codebook.groups()).isEqualTo(List.of("", "Environment", "Dress style"));
    }
}
