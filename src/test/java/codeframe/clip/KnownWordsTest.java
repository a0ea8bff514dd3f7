package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownWordsTest {
    private static final KnownWords KNOWN = new KnownWords(Set.of("a", "of", "rally", "crowd", "photo", "s"));

    private static Variable variable(String... phrases) {
        return Variable.choice(
                "kind", "Kind", List.of(new Category("rally", "Rally", "", List.of(), List.of(), List.of(phrases))));
    }

    @Test
    void words_outside_the_list_are_named_once() {
        assertThat(KNOWN.unknown(List.of("A Rally, with pavement", "the pavement’s bread")))
                .containsExactly("pavement", "bread");
        assertThat(KNOWN.remark("demo", List.of(variable("a rally on the pavement"))))
                .isEqualTo("The model “demo” does not know 1 word of these phrases and can only guess what it means:"
                        + " pavement.");
        assertThat(KNOWN.remark("demo", List.of(variable("a photo of a crowd"))))
                .isEmpty();
    }

    @Test
    void a_phrase_of_particles_and_strange_words_says_nothing() {
        assertThat(KNOWN.meaningless(List.of("a photo of breakfast", "a crowd at breakfast", "Wahlkampf")))
                .containsExactly("a photo of breakfast", "Wahlkampf");
        assertThat(KNOWN.objection("demo", List.of(variable("a crowd")))).isEmpty();
        assertThat(KNOWN.objection("demo", List.of(variable("a crowd", "Wahlkampf", "x", "y", "z"))))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("knows no word of the phrases “Wahlkampf”, “x”, “y” and 1 more", "only guess"));
    }

    @Test
    void only_the_demo_model_has_a_list() {
        assertThat(KnownWords.in(folder("nowhere", true))).isEmpty();
        assertThat(KnownWords.in(folder("src/main/resources/demo-model", true))
                        .orElseThrow()
                        .words())
                .hasSizeGreaterThan(500)
                .contains("lectern");
        assertThat(KnownWords.in(folder("src/main/resources/demo-model", false)))
                .as("another model may have a file of that name")
                .isEmpty();
    }

    private static ModelFolder folder(String path, boolean demo) {
        return new ModelFolder("demo", Path.of(path), demo, 0, false, "", ModelBuild.UNKNOWN);
    }
}
