package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodebookYamlTest {
    private static final String DOCUMENTED = """
            codebook: Image types
            objective: Classify the type of each image posted by political accounts.
            language: en
            variables:
              - key: has_person
                label: Has a person
                type: boolean
                level: nominal
                required: true
                unsure: false
              - key: image_type
                label: Image type
                group: Picture
                type: single
                level: nominal
                required: true
                unsure: true
                instruction: Choose the type that covers most of the picture.
                show_if: {variable: has_person, is: ["yes"]}
                categories:
                  - key: campaign_material
                    label: Campaign Material
                    definition: Flyers, brochures, posters.
                    include: [printed matter with a party logo]
                    exclude: [screens showing posters]
                    phrases:
                      - A distinct promotional poster for a political event or campaign.
                  - key: no
                    label: "No"
            """;

    @Test
    void the_documented_form_is_read_and_written_back_as_it_was() {
        var codebook = read(DOCUMENTED);
        assertThat(codebook.variable("image_type").orElseThrow().showIf())
                .isEqualTo(new ShowIf("has_person", List.of("yes")));
        assertThat(CodebookYaml.write(codebook)).isEqualTo(DOCUMENTED.replace("key: no\n", "key: \"no\"\n"));
    }

    @Test
    void a_unit_other_than_the_image_is_written_and_a_wrong_one_is_told() {
        var post = DOCUMENTED
                .replace("    group: Picture\n", "    group: Picture\n    unit: post\n")
                .replaceFirst("    show_if.*\n", "");
        var codebook = read(post);
        assertThat(codebook.variables()).extracting(Variable::unit).containsExactly(Unit.IMAGE, Unit.POST);
        assertThat(CodebookYaml.write(codebook)).isEqualTo(post.replace("key: no\n", "key: \"no\"\n"));
        assertThat(CodebookJson.write(codebook)).containsOnlyOnce("\"unit\":\"post\"");
        assertThat(mistakes("{variables: [{label: V, unit: album, categories: [a, b]}]}"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("album", "image, post, video"));
    }

    @Test
    void no_and_yes_are_words_and_numbers_are_labels() {
        var codebook = read("{variables: [{label: Is it?, categories: [no, yes, 2024, true, null_and_void]}]}");
        assertThat(codebook.variables().get(0).categories())
                .extracting(Category::label)
                .containsExactly("no", "yes", "2024", "true", "null_and_void");
        assertThat(codebook.variables().get(0).values())
                .containsExactly("no", "yes", "category_2024", "true", "null_and_void");
    }

    @Test
    void every_mistake_is_told_with_its_line_and_key() {
        var mistakes = mistakes("""
                codebook: Many mistakes
                colour: red
                variables:
                  - key: type
                    label: Type
                    typ: single
                    categories: [{label: A}, {label: B, phrase: x}]
                  - key: Bad-Key
                    label: Bad key
                    type: choice
                    required: perhaps
                  - key: late
                    label: Late
                    type: text
                    show_if: {variable: nowhere, is: [a]}
                  - key: type
                    label: Type again
                    type: number
                    level: nominal
                    level: ratio
                """);
        assertThat(mistakes)
                .extracting(Mistake::line, Mistake::key)
                .containsExactly(
                        tuple(2, "colour"),
                        tuple(6, "typ"),
                        tuple(7, "phrase"),
                        tuple(8, "key"),
                        tuple(10, "type"),
                        tuple(11, "required"),
                        tuple(15, "show_if"),
                        tuple(16, "key"),
                        tuple(20, "level"));
        assertThat(mistakes).allSatisfy(mistake -> assertThat(mistake.message()).endsWith("."));
    }

    @Test
    void what_a_check_finds_carries_the_line_of_its_category() {
        var mistakes = mistakes("""
                variables:
                  - label: Type
                    categories:
                      - key: fine
                      - key: Not Fine
                        label: Not fine
                """);
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.line()).isEqualTo(5);
            assertThat(mistake.key()).isEqualTo("key");
            assertThat(mistake.message()).contains("Not Fine");
        });
    }

    @Test
    void text_that_is_no_yaml_is_refused_at_its_line() {
        assertThat(mistakes("codebook: x\nvariables: [\n")).singleElement().satisfies(mistake -> {
            assertThat(mistake.line()).isGreaterThanOrEqualTo(2);
            assertThat(mistake.message()).startsWith("This is not YAML");
        });
        assertThat(mistakes("a: *nowhere")).hasSize(1);
        assertThat(mistakes("a: b\n---\nc: d")).hasSize(1);
        assertThat(mistakes(""))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).isEqualTo("The file is empty."));
        assertThat(mistakes("codebook: a\u0007b")).isNotEmpty();
        assertThat(mistakes("codebook: \"a\\0b\"\nvariables: [{label: A, type: text}]"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("control character"));
        assertThat(CodebookYaml.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0}).mistakes())
                .hasSize(1);
    }

    @Test
    void a_file_that_means_to_exhaust_the_reader_is_refused_at_once() {
        var laughs = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            laughs.append(c).append(": &").append(c).append(" [");
            laughs.append(("*" + (char) (c - 1) + ", ").repeat(10)).append("]\n");
        }
        assertThat(mistakes(laughs.toString()))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("aliases"));
        assertThat(mistakes("a: &a [*a]")).isNotEmpty();
        assertThat(mistakes("[".repeat(100_000)))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("deeper"));
        assertThat(mistakes("x: " + "y".repeat(YamlTree.LONGEST_FILE))).hasSize(1);
    }

    @Test
    void a_shared_scale_may_be_written_once_with_an_alias() {
        var codebook = read("""
                variables:
                  - {label: Joy, categories: &scale [{label: low}, {label: high}]}
                  - {label: Fear, categories: *scale}
                """);
        assertThat(codebook.variable("fear").orElseThrow().values()).containsExactly("low", "high");
    }

    @Test
    void what_python_objects_and_merge_keys_would_do_is_not_done() {
        assertThat(mistakes("variables: [{label: !!python/object/apply:os.system [ls], type: text}]"))
                .isNotEmpty();
        assertThat(mistakes("variables: [{<<: {label: x}, label: y, type: text}]"))
                .isNotEmpty();
    }

    @Test
    void json_is_read_as_the_same_document() {
        var codebook = read(DOCUMENTED);
        assertThat(read(CodebookJson.write(codebook))).isEqualTo(codebook);
        assertThat(CodebookJson.read(CodebookJson.write(codebook))).isEqualTo(codebook);
        assertThat(CodebookJson.write(codebook)).contains("\"show_if\":{\"variable\":\"has_person\",\"is\":[\"yes\"]}");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_no_mistake() {
        var bytes = ("\uFEFF" + DOCUMENTED.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        assertThat(CodebookYaml.read(bytes)).isEqualTo(new Reading.Read(read(DOCUMENTED)));
    }

    private static Codebook read(String text) {
        var reading = CodebookYaml.read(text);
        assertThat(reading.mistakes()).isEmpty();
        return ((Reading.Read) reading).codebook();
    }

    private static List<Mistake> mistakes(String text) {
        return CodebookYaml.read(text).mistakes();
    }
}
