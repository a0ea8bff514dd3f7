package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassificationDictTest {
    @Test
    void a_python_literal_is_read_with_comments_trailing_commas_and_joined_strings() {
        var variable = read("""
                # from the notebook
                classification_dict = {
                    "Collages": [
                        "A screenshot with text, graphics, and images combined.",  # one
                    ],# no space before this one
                    'Politician\\'s hands': ('Two hands, '
                        "shaking", r'raw\\n',),
                    u"Caf\\u00e9": ["with a # in it"],
                }
                """);
        assertThat(variable.label()).isEqualTo("Classification");
        assertThat(variable.type()).isEqualTo(VariableType.SINGLE);
        assertThat(variable.categories())
                .containsExactly(
                        new Category(
                                "collages",
                                "Collages",
                                "",
                                List.of(),
                                List.of(),
                                List.of("A screenshot with text, graphics, and images combined.")),
                        new Category(
                                "politician_s_hands",
                                "Politician's hands",
                                "",
                                List.of(),
                                List.of(),
                                List.of("Two hands, shaking", "raw\\n")),
                        new Category("cafe", "Café", "", List.of(), List.of(), List.of("with a # in it")));
    }

    @Test
    void json_and_yaml_forms_are_the_same_variable() {
        var json = read("{\"A b\": [\"one\", \"two\"], \"C\": [\"three\"]}");
        assertThat(read("A b:\n  - one\n  - two\nC: [three]\n")).isEqualTo(json);
        assertThat(read("- label: A b\n  phrases: [one, two]\n- {label: C, phrases: [three]}\n"))
                .isEqualTo(json);
        assertThat(
                        read(
                                "[{\"label\": \"A b\", \"phrases\": [\"one\", \"two\"]}, {\"label\":\"C\",\"phrases\":[\"three\"]}]"))
                .isEqualTo(json);
    }

    @Test
    void emoji_escaped_the_way_json_does_are_whole() {
        assertThat(read("{\"A\": [\"\\ud83d\\ude00 \\/\"]}").categories().get(0).phrases())
                .containsExactly("😀 /");
    }

    @Test
    void mistakes_are_told_with_their_line() {
        assertThat(mistake("d = {\n 'A': ['x'\n 'B': ['y']}").line()).isEqualTo(3);
        assertThat(mistake("d = {'A': ['x'], 'A': ['y']}").message()).contains("stands twice");
        assertThat(mistake("d = {'A': 'x'}").message()).contains("[ is expected");
        assertThat(mistake("d = {'A': ['x'").message()).contains(", is expected", "lists of phrases");
        assertThat(mistake("d = {'A': ['\n']}").message()).contains("not closed");
        assertThat(mistake("d = {'A': ['x").message()).contains("too early");
        assertThat(mistake("d = {'A': ['\\uZZZZ']}").message()).contains("hexadecimal");
        assertThat(mistake("d = {'A': [__import__('os').system('ls')]}").message())
                .contains("in quotes");
        assertThat(mistake("d = {'A': ['x']} + {}").message()).contains("nothing more");
        assertThat(mistake("d = {}").message()).contains("no categories");
        assertThat(mistake("- label: A\n  frases: [x]\n- B").line()).isEqualTo(2);
    }

    private static Variable read(String text) {
        var reading = CodebookYaml.read(text);
        assertThat(reading.mistakes()).isEmpty();
        return ((Reading.Read) reading).codebook().variables().get(0);
    }

    private static Mistake mistake(String text) {
        var mistakes = CodebookYaml.read(text).mistakes();
        assertThat(mistakes).hasSize(1);
        return mistakes.get(0);
    }
}
