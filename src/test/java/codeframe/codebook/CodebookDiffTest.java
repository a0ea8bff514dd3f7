package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CodebookDiffTest {
    private static final Category A = Category.of("a", "A");
    private static final Category B = Category.of("b", "B");
    private static final Category C = Category.of("c", "C");
    private static final Variable V = Variable.choice("v", "V", List.of(A, B, C));
    private static final Variable W = Variable.choice("w", "W", List.of(A, B));

    @Test
    void the_same_codebook_has_no_changes() {
        assertThat(CodebookDiff.of(book(V, W), book(V, W))).isEmpty();
    }

    @Test
    void a_renamed_label_touches_no_code() {
        var renamed = V.withLabel("Vee")
                .withCategories(List.of(
                        new Category(A.key(), "Alpha", A.definition(), A.include(), A.exclude(), A.phrases()), B, C));
        assertThat(sentences(book(V), book(renamed)))
                .containsExactly(
                        "The variable \"V\" is now called \"Vee\"; every code stays.",
                        "The category \"A\" of \"Vee\" is now called \"Alpha\"; every code stays.");
        assertThat(CodebookDiff.codeAgain(book(V), book(renamed))).isEmpty();
    }

    @Test
    void a_changed_definition_and_a_removed_category_are_coded_again() {
        var defined = new Category("a", "A", "Anew.", List.of(), List.of("not b"), List.of("a phrase"));
        var again = CodebookDiff.codeAgain(book(V), book(V.withCategories(List.of(defined, C))));
        assertThat(again).extracting(Change::category).containsExactly("b", "a", "a");
        assertThat(again)
                .extracting(Change::kind)
                .containsExactly(
                        Change.Kind.REMOVED_CATEGORY, Change.Kind.DEFINED_OTHERWISE, Change.Kind.DEFINED_OTHERWISE);
    }

    @Test
    void phrases_touch_machines_only() {
        var phrased = new Category("a", "A", "", List.of(), List.of(), List.of("one", "two"));
        var changes = CodebookDiff.of(book(V), book(V.withCategories(List.of(phrased, B, C))));
        assertThat(changes)
                .extracting(Change::sentence)
                .containsExactly(
                        "2 added and 0 removed among the phrases of \"A\" of \"V\"; run CLIP again to use them.");
        assertThat(changes.get(0).kind().touchesCodes()).isFalse();
    }

    @Test
    void one_moved_thing_is_one_change() {
        assertThat(sentences(book(V), book(V.withCategories(List.of(C, A, B)))))
                .containsExactly("The category \"C\" of \"V\" stands in another place.");
        assertThat(sentences(book(V, W), book(W, V))).hasSize(1);
    }

    @Test
    void the_order_of_an_ordinal_scale_is_its_meaning() {
        var ordinal = new Variable(
                "v", "V", "", VariableType.SINGLE, Level.ORDINAL, true, true, "", ShowIf.ALWAYS, List.of(A, B, C));
        assertThat(CodebookDiff.codeAgain(book(ordinal), book(ordinal.withCategories(List.of(B, A, C)))))
                .hasSize(1);
    }

    @Test
    void codes_of_images_are_none_of_posts() {
        var again = CodebookDiff.codeAgain(book(V), book(V.withUnit(Unit.POST)));
        assertThat(again).extracting(Change::kind).containsExactly(Change.Kind.UNIT);
        assertThat(again.get(0).sentence())
                .isEqualTo(
                        "\"V\" was asked of images and is now asked of posts; codes of images are no codes of posts.");
    }

    @Test
    void variables_come_and_go_and_are_measured_otherwise() {
        var text = new Variable(
                "w",
                "W",
                "G",
                VariableType.TEXT,
                Level.NOMINAL,
                false,
                false,
                "How?",
                new ShowIf("v", List.of("a")),
                List.of());
        assertThat(sentences(book(V), book(W)))
                .containsExactly(
                        "The variable \"V\" was removed; its codes stay with the earlier version.",
                        "The variable \"W\" is new.");
        assertThat(sentences(book(V, W), book(V, text)))
                .contains(
                        "\"W\" was single (nominal) and is now text (nominal).",
                        "The instruction of \"W\" was rewritten.",
                        "\"W\" is now asked only if v is a, before always.",
                        "\"W\" may now be left open.",
                        "\"W\" no longer offers \"unsure\".",
                        "\"W\" now belongs to the group \"G\".");
    }

    private static List<String> sentences(Codebook before, Codebook after) {
        return CodebookDiff.of(before, after).stream().map(Change::sentence).toList();
    }

    private static Codebook book(Variable... variables) {
        return new Codebook("Book", "", "en", List.of(variables));
    }
}
