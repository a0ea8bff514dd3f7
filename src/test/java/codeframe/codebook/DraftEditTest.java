package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.db.Json;
import codeframe.web.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DraftEditTest {
    private static final List<Category> TWO = List.of(Category.of("a", "A"), Category.of("b", "B"));
    private static final Variable FIRST = Variable.choice("first", "First", TWO);
    private static final Variable SECOND =
            Variable.choice("second", "Second", TWO).withShowIf(new ShowIf("first", List.of("a")));

    @Test
    void imported_variables_get_keys_of_their_own_and_their_conditions_follow() {
        var whole = DraftEdit.append(book(FIRST, SECOND), book(FIRST, SECOND));
        assertThat(whole.keys()).containsExactly("first", "second", "first_2", "second_2");
        assertThat(whole.variables().get(3).showIf().variable()).isEqualTo("first_2");
        assertThat(CodebookChecks.errors(whole)).isEmpty();
    }

    @Test
    void a_condition_follows_its_variable_to_a_new_key() {
        var codebook = book(FIRST, SECOND);
        var form = new VariableForm("first", DraftEdit.fingerprint(FIRST), "", FIRST.withLabel("Uno"), List.of(), "");
        var saved = DraftEdit.save(codebook, form, new FixedKeys(java.util.Set.of()));
        assertThat(saved.keys()).containsExactly("uno", "second");
        assertThat(saved.variables().get(1).showIf().variable()).isEqualTo("uno");
    }

    @Test
    void saving_the_same_twice_is_no_conflict() {
        var form = new VariableForm("first", "an old fingerprint", "first", FIRST, List.of(), "");
        assertThat(DraftEdit.save(book(FIRST), form, new FixedKeys(java.util.Set.of())))
                .isEqualTo(book(FIRST));
    }

    @Test
    void a_category_whose_variable_is_gone_waits_for_it() {
        var category = new Json(CodebookJson.tree(TWO.get(0)).toString());
        var removed = new Removed(1, "gone", 0, category, Instant.EPOCH, "Ona");
        assertThatThrownBy(() -> DraftEdit.restore(book(FIRST), removed)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void moves_stay_within_the_list() {
        assertThat(DraftEdit.move(book(FIRST, SECOND), "first", 99).keys()).containsExactly("second", "first");
        assertThat(DraftEdit.move(book(FIRST, SECOND), "second", 0).keys()).containsExactly("second", "first");
    }

    @Test
    void broken_or_repeated_category_keys_are_made_anew() {
        var categories = CategoryKeys.complete(List.of(
                Category.of("x", "X"), Category.of("x", "X"), Category.of("Not valid", "Drei"), Category.of("", "X")));
        assertThat(categories).extracting(Category::key).containsExactly("x", "x_2", "drei", "x_3");
    }

    private static Codebook book(Variable... variables) {
        return new Codebook("Book", "", "en", List.of(variables));
    }
}
