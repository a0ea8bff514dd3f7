package codeframe.demo;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.clip.Aggregation;
import codeframe.codebook.Category;
import codeframe.codebook.CodebookTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That labels sit on the right images: the shipped model labels drawings it has never seen, in words it never heard. */
final class DemoModelTest {
    private static Examination examination;

    @BeforeAll
    static void draw() {
        examination = new Examination(Examination.shipped(), 10, UnaryOperator.identity());
    }

    @Test
    void six_image_types_in_held_out_wording_are_right_in_at_least_85_percent() {
        var phrases = Phrases.read("/demo-model/held-out-types.txt");
        var mark = examination.mark(phrases, Aggregation.MEAN, WordingAnswers::type);
        assertThat(mark.asked()).isEqualTo(130);
        assertThat(mark.share()).isGreaterThanOrEqualTo(.85);
    }

    @Test
    void kinds_of_scenes_in_held_out_wording_are_right_in_at_least_85_percent() {
        var phrases = Phrases.read("/demo-model/held-out-kinds.txt");
        assertThat(examination
                        .mark(phrases, Aggregation.MAX, WordingAnswers::kind)
                        .share())
                .isGreaterThanOrEqualTo(.85);
    }

    @Test
    void the_notebooks_phrases_are_right_in_at_least_85_percent() {
        var mark = examination.mark(notebookPhrases(), Aggregation.NOTEBOOK, WordingAnswers::notebookType);
        assertThat(mark.share()).isGreaterThanOrEqualTo(.85);
    }

    @Test
    void ten_drawings_are_recognised_one_by_one() {
        var answers = examination.answers(Phrases.read("/demo-model/held-out-kinds.txt"), Aggregation.MAX);
        var kinds = EnumSet.of(
                Kind.POSTER,
                Kind.FLYERS,
                Kind.COLLAGE,
                Kind.RALLY,
                Kind.EMPTY_HALL,
                Kind.CONVENTION,
                Kind.LECTERN,
                Kind.TV_STUDIO,
                Kind.PRESS_CONFERENCE,
                Kind.FOOD);
        // The first drawing of every kind, in the order of the kinds.
        assertThat(kinds)
                .allSatisfy(kind -> assertThat(answers.get(kind.ordinal())).isEqualTo(kind.name()));
    }

    @Test
    void the_model_is_small_enough_to_ship() throws IOException {
        try (var files = Files.list(Examination.shipped())) {
            long size = files.mapToLong(file -> file.toFile().length()).sum();
            assertThat(size).isLessThan(10_000_000);
        }
    }

    static Map<String, List<String>> notebookPhrases() {
        var categories =
                CodebookTemplate.IMAGE_TYPES.codebook().variables().get(0).categories();
        var phrases = new LinkedHashMap<String, List<String>>();
        for (Category category : categories) {
            phrases.put(category.key(), category.phrases());
        }
        return phrases;
    }
}
