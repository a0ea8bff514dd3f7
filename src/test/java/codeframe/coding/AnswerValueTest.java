package codeframe.coding;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Level;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerValueTest {
    private static final Variable TEXT =
            new Variable("mood", "Mood", "", VariableType.TEXT, Level.NOMINAL, false, false, "", null, List.of());

    @Test
    void the_longest_text_fits_into_the_indexes_by_which_answers_are_looked_up() {
        try (var app = TestApp.start()) {
            World.furnish(app.jdbi());
            var longest = AnswerValue.of(TEXT, letters(2_500, 'a')).orElseThrow();
            int kept = app.jdbi().withHandle(handle -> {
                handle.execute("""
                        insert into coding (project_id, coder_id, image_id, codebook_version_id) values (1, 2, 1, 1)
                        """);
                return handle.createUpdate("""
                                insert into code (coding_id, coder_id, image_id, variable, value)
                                values (1, 2, 1, :variable, :value)
                                """)
                        .bind("variable", "v".repeat(63))
                        .bind("value", longest)
                        .execute();
            });
            assertThat(kept).isEqualTo(1);
        }
    }

    @Test
    void a_longer_text_is_refused_in_words() {
        assertThat(AnswerValue.of(TEXT, letters(2_501, 'a'))).isEmpty();
        assertThat(AnswerValue.of(TEXT, letters(1_251, 'а')))
                .as("two bytes each")
                .isEmpty();
        assertThat(AnswerValue.refusal(TEXT, "x"))
                .isEqualTo(
                        "\"Mood\" takes a text of at most 2,500 letters, or fewer of an alphabet that is not Latin.");
    }

    private static String letters(int many, char first) {
        return new Random(3)
                .ints(many, first, first + 26)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
