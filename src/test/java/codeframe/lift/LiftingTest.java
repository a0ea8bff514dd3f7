package codeframe.lift;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Category;
import codeframe.codebook.Level;
import codeframe.codebook.ShowIf;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.CodeState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule, against figures worked out by hand. */
class LiftingTest {
    private static final Variable KIND = variable(VariableType.SINGLE, Level.ORDINAL, "a", "b", "c");
    private static final Variable THEMES = variable(VariableType.MULTI, Level.NOMINAL, "war", "peace", "sport");
    private static final Variable PEOPLE = variable(VariableType.NUMBER, Level.RATIO);

    private static Variable variable(VariableType type, Level level, String... categories) {
        var all = Stream.of(categories)
                .map(key -> new Category(key, key, "", List.of(), List.of(), List.of()))
                .toList();
        return new Variable("v", "V", "", type, level, true, true, "", ShowIf.ALWAYS, all, Unit.POST);
    }

    /** "a", "war+peace", "?" unsure, "!" not codable, "/" not applicable, "-" nothing said; "a@300" stands for 300 ms. */
    private static List<ImageSaid> said(String... answers) {
        return Arrays.stream(answers).map(LiftingTest::image).toList();
    }

    private static ImageSaid image(String text) {
        var parts = text.split("[@#]");
        double time = text.contains("@") ? Double.parseDouble(parts[1]) : 1;
        int shot = text.contains("#") ? Integer.parseInt(text.replaceAll(".*#", "")) : 0;
        var states = Map.of("?", CodeState.UNSURE, "!", CodeState.NOT_CODABLE, "/", CodeState.NOT_APPLICABLE);
        if (parts[0].equals("-")) {
            return new ImageSaid(time, shot, null, Set.of(), Map.of());
        } else if (states.containsKey(parts[0])) {
            return new ImageSaid(time, shot, states.get(parts[0]), Set.of(), Map.of());
        }
        return new ImageSaid(time, shot, CodeState.CODED, Set.of(parts[0].split("\\+")), Map.of());
    }

    private static String lift(String rule, Variable variable, List<ImageSaid> images) {
        var parts = rule.split(" ");
        var made = new LiftRule(
                1,
                "r",
                1,
                LiftMethod.named(parts[0]).orElseThrow(),
                parts.length > 1 ? parts[1] : "",
                rule.endsWith("time") ? "time" : "images");
        return new Lifting(
                        made.category().equals("time") ? new LiftRule(1, "r", 1, made.method(), "", "time") : made,
                        variable)
                .of(images)
                .map(answer -> answer.values().isEmpty() ? answer.state().word() : String.join("+", answer.values()))
                .orElse("nothing");
    }

    @Test
    void one_category_of_several_images() {
        assertThat(lift("any b", KIND, said("a", "a", "b"))).isEqualTo("b");
        assertThat(lift("any b", KIND, said("a", "a", "c"))).isEqualTo("a");
        assertThat(lift("any b", KIND, said("a", "c"))).as("tied beside it").isEqualTo("unsure");
        assertThat(lift("all b", KIND, said("b", "b", "?"))).isEqualTo("b");
        assertThat(lift("all b", KIND, said("b", "b", "a"))).isEqualTo("a");
        assertThat(lift("majority", KIND, said("a", "b", "b", "?", "-"))).isEqualTo("b");
        assertThat(lift("majority", KIND, said("a", "b"))).isEqualTo("unsure");
        assertThat(lift("majority time", KIND, said("a@2500", "b@1000", "b@1000")))
                .isEqualTo("a");
        assertThat(lift("majority time", KIND, said("a@2000", "b@1000", "b@1000")))
                .isEqualTo("unsure");
        assertThat(lift("first", KIND, said("c", "a", "a"))).isEqualTo("c");
        assertThat(lift("first", KIND, said("?", "a", "a"))).isEqualTo("unsure");
        assertThat(lift("first", KIND, said("-", "a", "a"))).isEqualTo("nothing");
        assertThat(lift("longest_shot", KIND, said("a@900#1", "b@500#2", "b@500#2", "a@900#3")))
                .isEqualTo("b");
        assertThat(lift("median", KIND, said("a", "b", "c"))).isEqualTo("b");
        assertThat(lift("median", KIND, said("a", "c"))).isEqualTo("unsure");
        assertThat(lift("least", KIND, said("c", "b"))).isEqualTo("b");
        assertThat(lift("largest", KIND, said("c", "b"))).isEqualTo("c");
    }

    @Test
    void images_without_an_answer_do_not_count_and_where_none_has_one_the_unit_has_none() {
        assertThat(lift("majority", KIND, said("?", "?", "a"))).isEqualTo("a");
        assertThat(lift("majority", KIND, said("!", "?", "/"))).isEqualTo("unsure");
        assertThat(lift("majority", KIND, said("!", "/"))).isEqualTo("not_codable");
        assertThat(lift("any b", KIND, said("/", "-"))).isEqualTo("not_applicable");
        assertThat(lift("any b", KIND, said("-", "-"))).isEqualTo("nothing");
    }

    @Test
    void each_of_several_categories_is_a_question_of_its_own() {
        var images = said("war+peace", "war", "war+sport");
        assertThat(lift("any", THEMES, images)).isEqualTo("war+peace+sport");
        assertThat(lift("all", THEMES, images)).isEqualTo("war");
        assertThat(lift("majority", THEMES, images)).isEqualTo("war");
        assertThat(lift("any sport", THEMES, images))
                .as("the others by majority")
                .isEqualTo("war+sport");
        assertThat(lift("majority", THEMES, said("war", "peace"))).isEqualTo("unsure");
        assertThat(lift("all", THEMES, said("war", "none_of_these"))).isEqualTo("none_of_these");
    }

    @Test
    void numbers_have_a_mean_a_median_and_ends() {
        var images = said("1@1000", "2@1000", "6@2000");
        assertThat(lift("mean", PEOPLE, images)).isEqualTo("3");
        assertThat(lift("mean time", PEOPLE, images)).isEqualTo("3.75");
        assertThat(lift("median", PEOPLE, said("1", "2", "6", "?"))).isEqualTo("2");
        assertThat(lift("median", PEOPLE, said("1", "2"))).isEqualTo("1.5");
        assertThat(lift("least", PEOPLE, images)).isEqualTo("1");
        assertThat(lift("largest", PEOPLE, images)).isEqualTo("6");
        assertThat(lift("mean", PEOPLE, said("1", "1", "2"))).isEqualTo("1.333333333");
    }

    @Test
    void probabilities_are_averaged_and_the_highest_mean_wins() {
        var images = List.of(
                new ImageSaid(1000, 1, CodeState.CODED, Set.of("a"), Map.of("a", 0.5, "b", 0.4, "c", 0.1)),
                new ImageSaid(1000, 1, CodeState.CODED, Set.of("a"), Map.of("a", 0.5, "b", 0.4, "c", 0.1)),
                new ImageSaid(4000, 2, CodeState.CODED, Set.of("b"), Map.of("a", 0.1, "b", 0.8, "c", 0.1)));
        assertThat(lift("majority", KIND, images)).isEqualTo("a");
        assertThat(lift("mean_probability", KIND, images))
                .as("(0.4 + 0.4 + 0.8) / 3 = 0.533 against 1.1 / 3")
                .isEqualTo("b");
        var rule = new LiftRule(1, "r", 1, LiftMethod.MEAN_PROBABILITY, "", "time");
        assertThat(new Lifting(rule, KIND).of(images).orElseThrow().confidence())
                .as("(0.4 + 0.4 + 4 × 0.8) / 6")
                .isCloseTo(2.0 / 3, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void what_a_rule_cannot_lift_it_says() {
        var any = new LiftRule(1, "r", 1, LiftMethod.ANY, "z", "images");
        assertThat(any.objection(KIND)).contains("\"z\"").contains("it has a, b, c");
        assertThat(new LiftRule(1, "r", 1, LiftMethod.MEAN, "", "images").objection(KIND))
                .contains("cannot be lifted by \"Mean\"");
        assertThat(new LiftRule(1, "r", 1, LiftMethod.MAJORITY, "", "images").objection(PEOPLE))
                .contains("cannot be lifted by \"Majority\"");
        assertThat(new LiftRule(1, "r", 1, LiftMethod.MEDIAN, "", "images").objection(THEMES))
                .isNotEmpty();
    }

    @Test
    void a_frame_stands_for_the_time_until_the_next_one() {
        var members = List.of(
                new LiftRows.Member(1, 11, 400, 1, 6000),
                new LiftRows.Member(1, 12, 1000, 1, 6000),
                new LiftRows.Member(1, 13, 4000, 2, 6000),
                new LiftRows.Member(2, 21, 0, 1, null),
                new LiftRows.Member(2, 22, 700, 1, null));
        var units = new UnitImages(members, List.of());
        assertThat(units.of(1, "v")).extracting(ImageSaid::time).containsExactly(1000.0, 3000.0, 2000.0);
        assertThat(units.of(2, "v")).extracting(ImageSaid::time).containsExactly(700.0, 700.0);
    }
}
