package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariableTest {
    private static final Variable OBJECTS = Variable.choice(
            "objects",
            "Objects",
            List.of(Category.of("flag", "A flag"), Category.of("stand", ""), Category.of("a", "A")));

    @Test
    void people_read_labels_for_stored_values() {
        assertThat(OBJECTS.labelOf("flag")).isEqualTo("A flag");
        assertThat(OBJECTS.labelOf(Variable.NONE)).isEqualTo("None of these");
    }

    @Test
    void a_set_of_values_is_read_label_by_label() {
        assertThat(OBJECTS.labelOf("flag + a")).isEqualTo("A flag + A");
    }

    @Test
    void what_has_no_label_is_read_as_it_is_stored() {
        assertThat(List.of("stand", "no answer", "brought along", ""))
                .allSatisfy(value -> assertThat(OBJECTS.labelOf(value)).isEqualTo(value));
    }
}
