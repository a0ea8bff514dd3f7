package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CodebookChecksTest {
    private static final List<Category> TWO = List.of(Category.of("a", "A"), Category.of("b", "B"));

    @Test
    void a_sound_codebook_has_nothing_on_its_list() {
        assertThat(CodebookChecks.all(book(Variable.choice("v", "V", TWO)))).isEmpty();
    }

    @Test
    void an_empty_codebook_cannot_be_published() {
        assertThat(errors(Codebook.blank("x"))).containsExactly("The codebook has no variables yet; add one.");
    }

    @Test
    void a_choice_needs_categories_and_should_have_two() {
        assertThat(errors(book(Variable.choice("v", "V", List.of()))))
                .singleElement()
                .asString()
                .contains("no categories");
        assertThat(warnings(book(Variable.choice("v", "V", TWO.subList(0, 1)))))
                .singleElement()
                .asString()
                .contains("nothing to choose");
    }

    @Test
    void labels_keys_levels_and_stray_categories_are_errors() {
        var number = new Variable("n", "N", "", VariableType.NUMBER, Level.RATIO, true, false, "", ShowIf.ALWAYS, TWO);
        assertThat(errors(book(number))).singleElement().asString().contains("cannot have categories");
        var multi = new Variable("m", "M", "", VariableType.MULTI, Level.ORDINAL, true, false, "", ShowIf.ALWAYS, TWO);
        assertThat(errors(book(multi))).containsExactly("\"M\" cannot be ordinal: an answer of type multi is nominal.");
        assertThat(errors(book(Variable.choice("Umlaut Ä", "", List.of(Category.of("", ""), TWO.get(0))))))
                .hasSize(4);
    }

    @Test
    void a_condition_must_look_back_at_a_value_that_can_be() {
        var first = Variable.choice("first", "First", TWO);
        assertThat(errors(book(first, shown("x", "first", "a")))).isEmpty();
        assertThat(errors(book(first, shown("x", "first", "c"))))
                .singleElement()
                .asString()
                .contains("not one of its values");
        assertThat(errors(book(first, shown("x", "firs", "a"))))
                .singleElement()
                .asString()
                .contains("not in this codebook");
        assertThat(errors(book(shown("x", "first", "a"), first)))
                .singleElement()
                .asString()
                .contains("comes later");
        assertThat(errors(book(first, shown("x", "x", "a"))))
                .singleElement()
                .asString()
                .contains("on itself");
        assertThat(errors(book(shown("x", "y", "a"), shown("y", "x", "a"))))
                .hasSize(2)
                .allSatisfy(sentence -> assertThat(sentence).contains("circle"));
        assertThat(errors(book(first, Variable.choice("x", "X", TWO).withShowIf(new ShowIf("first", List.of())))))
                .singleElement()
                .asString()
                .contains("names no value");
    }

    @Test
    void a_question_about_a_post_hangs_on_none_about_an_image() {
        var first = Variable.choice("first", "First", TWO);
        assertThat(errors(book(first, shown("x", "first", "a").withUnit(Unit.POST))))
                .singleElement()
                .asString()
                .contains("is asked of posts, so it cannot depend on \"First\", which is asked of images.");
        assertThat(errors(
                        book(first.withUnit(Unit.POST), shown("x", "first", "a").withUnit(Unit.POST))))
                .isEmpty();
    }

    @Test
    void a_yes_no_variable_can_be_asked_for_yes() {
        var person = new Variable(
                "p", "P", "", VariableType.BOOLEAN, Level.NOMINAL, true, false, "", ShowIf.ALWAYS, List.of());
        assertThat(errors(book(person, shown("x", "p", "yes")))).isEmpty();
        assertThat(errors(book(person, shown("x", "p", "true")))).hasSize(1);
    }

    @Test
    void the_notebook_phrases_are_told_to_be_unequal() {
        assertThat(warnings(CodebookTemplate.IMAGE_TYPES.codebook()))
                .singleElement()
                .asString()
                .contains("from 1 to 9 phrases");
    }

    @Test
    void missing_repeated_and_endless_phrases_are_warned_of() {
        var endless = "word ".repeat(60);
        var variable = Variable.choice(
                "v",
                "V",
                List.of(
                        new Category("a", "A", "", List.of(), List.of(), List.of("A stage.", endless)),
                        new Category("b", "B", "", List.of(), List.of(), List.of("a  stage")),
                        Category.of("c", "C")));
        assertThat(warnings(book(variable)))
                .hasSize(3)
                .anySatisfy(s -> assertThat(s).isEqualTo("\"C\" has no phrases, so CLIP can never choose it."))
                .anySatisfy(s -> assertThat(s).contains("\"B\" repeats a phrase of \"A\""))
                .anySatisfy(s -> assertThat(s).contains("cuts its end off"));
    }

    @Test
    void columns_that_collide_when_flattened_are_warned_of() {
        var plain = Variable.choice("picture_type", "Picture_Type", TWO);
        var grouped = new Variable(
                "type", "Type", "picture", VariableType.SINGLE, Level.NOMINAL, true, false, "", ShowIf.ALWAYS, TWO);
        assertThat(warnings(book(plain, grouped)))
                .anySatisfy(s -> assertThat(s).contains("picture_type and type", "would share"));
    }

    @Test
    void phrases_that_a_model_confuses_are_warned_of_in_pairs() {
        var variable = Variable.choice(
                "v",
                "V",
                List.of(
                        new Category("a", "A", "", List.of(), List.of(), List.of("north", "north east")),
                        new Category("b", "B", "", List.of(), List.of(), List.of("north by west", "south"))));
        var vectors = List.of(unit(90), unit(40), unit(95), unit(270));
        assertThat(judged(vectors, List.of()).of(book(variable)))
                .singleElement()
                .satisfies(f -> assertThat(f.sentence())
                        .contains("To the model owner/clip, \"north\" (A)", "\"north by west\" (B)"));
        assertThat(judged(List.of(unit(90), unit(91), unit(270), unit(271)), List.of("north"))
                        .of(book(variable)))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.sentence()).contains("The model owner/clip cuts off the end", "\"north\""));
        assertThat(judged(List.of(unit(90), unit(270), unit(271)), List.of(), List.of("north"))
                        .of(book(variable)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .isEqualTo("The model owner/clip reads no word in a phrase of \"A\": \"north\"."));
        assertThat(new ClosePhrases(Optional::empty).of(book(variable))).isEmpty();
        assertThat(new ClosePhrases(() -> Optional.of(new ClosePhrases.Judge(
                                "demo", texts -> List.of(), texts -> List.of(), texts -> List.of(), texts -> texts)))
                        .of(book(variable)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .contains("The model demo, the only one that works here, does not know", "north"));
    }

    private static ClosePhrases judged(List<float[]> vectors, List<String> cut) {
        return judged(vectors, cut, List.of());
    }

    private static ClosePhrases judged(List<float[]> vectors, List<String> cut, List<String> wordless) {
        return new ClosePhrases(() -> Optional.of(new ClosePhrases.Judge(
                "owner/clip", texts -> vectors, texts -> cut, texts -> wordless, texts -> List.of())));
    }

    private static float[] unit(double degrees) {
        return new float[] {(float) Math.cos(Math.toRadians(degrees)), (float) Math.sin(Math.toRadians(degrees))};
    }

    private static Variable shown(String key, String variable, String value) {
        return Variable.choice(key, key, TWO).withShowIf(new ShowIf(variable, List.of(value)));
    }

    private static Codebook book(Variable... variables) {
        return new Codebook("Book", "", "en", List.of(variables));
    }

    private static List<String> errors(Codebook codebook) {
        return CodebookChecks.errors(codebook).stream().map(Finding::sentence).toList();
    }

    private static List<String> warnings(Codebook codebook) {
        assertThat(errors(codebook)).isEmpty();
        return CodebookChecks.all(codebook).stream().map(Finding::sentence).toList();
    }
}
