package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people type comes back the same from YAML and from JSON. */
final class CodebookRoundTripTest {
    static final List<String> NASTY = List.of(
            "no",
            "yes",
            "Null",
            "~",
            "y",
            "1e3",
            "0x1F",
            "2024-01-01",
            "=",
            "<<",
            "!!str",
            "a: b",
            "a #b",
            "- dash",
            "? q",
            "'single'",
            "\"double\"",
            "back\\slash",
            "tab\there",
            "{brace}",
            "[list], more",
            "&anchor *alias",
            "100 %",
            "@home",
            "`tick`",
            "🗳️ emoji 👩🏽‍💻",
            "日本語",
            "مرحبا",
            "a\nb",
            "a\n\n  indented\nend",
            "a \nb",
            "trailing:",
            ": leading",
            "a,b",
            "|",
            ">",
            "%TAG",
            "...",
            "--- a",
            "#",
            "<script>alert(1)</script>",
            "e\u0301",
            "\u00a0x\u00a0",
            "\u200bzero",
            "'",
            "\"",
            "\\",
            "\\n",
            "null",
            "0",
            "-",
            "---",
            "a'b\"c: d # e");

    static List<String> nasty() {
        return NASTY;
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void a_nasty_text_comes_back_from_every_field(String text) {
        var rules = List.of(text, "plain", text + "," + text);
        var category = new Category("a", text, text, rules, rules, rules);
        var variable = new Variable(
                "v",
                text,
                text,
                VariableType.SINGLE,
                Level.ORDINAL,
                true,
                false,
                text,
                ShowIf.ALWAYS,
                List.of(category, Category.of("b", "B")));
        var shown = new Variable(
                "w",
                text,
                "",
                VariableType.TEXT,
                Level.NOMINAL,
                false,
                true,
                "",
                new ShowIf("v", List.of("a", "b")),
                List.of());
        comesBack(new Codebook(text, text, text, List.of(variable, shown)));
    }

    @RepeatedTest(200)
    void a_random_codebook_comes_back(RepetitionInfo repetition) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(repetition.getCurrentRepetition());
        var variables = new ArrayList<Variable>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            var categories = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(j -> new Category(
                            "c" + j, text(random), text(random), texts(random), texts(random), texts(random)))
                    .toList();
            variables.add(new Variable(
                    "v" + i,
                    text(random),
                    text(random),
                    VariableType.SINGLE,
                    Level.NOMINAL,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    text(random),
                    ShowIf.ALWAYS,
                    categories));
        }
        comesBack(new Codebook(text(random), text(random), "de", variables));
    }

    private static void comesBack(Codebook codebook) {
        var yaml = CodebookYaml.write(codebook);
        assertThat(CodebookYaml.read(yaml)).as(yaml).isEqualTo(new Reading.Read(codebook));
        assertThat(CodebookJson.read(CodebookJson.write(codebook))).isEqualTo(codebook);
    }

    private static List<String> texts(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> text(random)).toList();
    }

    /** Nasty texts and random characters of all planes, with at least a letter so that labels are not blank. */
    private static String text(RandomGenerator random) {
        var text = new StringBuilder("x");
        for (int i = 0; i < random.nextInt(4); i++) {
            text.append(NASTY.get(random.nextInt(NASTY.size()))).append(" ");
            text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        }
        return text.length() > 190 ? text.substring(0, 190) : text.toString();
    }
}
