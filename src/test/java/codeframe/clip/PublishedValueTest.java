package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedValueTest {
    private static final Map<String, List<Integer>> OPENAI =
            Map.of("Hello World!", List.of(3306, 1002, 256), "a photo of a cat", List.of(320, 1125, 539, 320, 2368));

    /** A tokenizer that has learned its lesson by heart. */
    private record Learned(Map<String, List<Integer>> phrases, int marks) implements Tokenizer {
        @Override
        public PhraseTokens encode(String phrase, int context) {
            var ids = new ArrayList<Integer>();
            if (marks == 2) {
                ids.add(49406);
            }
            ids.addAll(phrases.getOrDefault(phrase, List.of()));
            ids.add(eos());
            return new PhraseTokens(ids, false);
        }

        @Override
        public int eos() {
            return 49407;
        }

        @Override
        public int fill() {
            return 0;
        }

        @Override
        public int size() {
            return 49408;
        }
    }

    private static Sizes sizes(int vocabulary) {
        var tower = new Transformer(Activation.QUICK_GELU, 1e-5, 64, 256, 2, 1);
        return new Sizes(tower, tower, 16, 32, vocabulary, 77, 64);
    }

    private static List<PublishedValue> values(String name, Map<String, List<Integer>> phrases, int vocabulary) {
        int marks = vocabulary == 49_408 ? 2 : 1;
        return PublishedValue.of(name, new Learned(phrases, marks), sizes(vocabulary), () -> 151_277_313);
    }

    @Test
    void tokens_of_the_family_are_held_to_what_was_published() {
        assertThat(values("a/b", OPENAI, 49_408)).hasSize(2).allMatch(PublishedValue::equal);
        var siglip = Map.of(
                "the real mountain view", List.of(260, 638, 3293, 870),
                "Zürich", List.of(262, 761, 5879, 5345),
                "San Francisco", List.of(262, 264, 452, 20563, 15949));
        assertThat(values("google/siglip", siglip, 32_000)).hasSize(3).allMatch(PublishedValue::equal);
        var gemma =
                Map.of("hello world", List.of(17534, 2134), "12345", List.of(235274, 235284, 235304, 235310, 235308));
        assertThat(values("google/siglip2", gemma, 256_000)).hasSize(2).allMatch(PublishedValue::equal);
    }

    @Test
    void one_number_beside_it_is_not_equal() {
        var beside = Map.of("Hello World!", List.of(3306, 1002, 257));
        assertThat(values("a/b", beside, 49_408)).hasSize(2).noneMatch(PublishedValue::equal);
    }

    @Test
    void the_parameters_of_the_usual_model_are_counted() {
        var usual = values("openai/clip-vit-base-patch32", OPENAI, 49_408);
        assertThat(usual).hasSize(3).allMatch(PublishedValue::equal);
        assertThat(usual.get(2).found()).isEqualTo("151,277,313");
        assertThat(sentence(usual))
                .startsWith("Its tokens are those published for its family (2 of 2); what else was published of it is"
                        + " equal, too (1 of 1).");
        assertThat(sentence(usual.subList(0, 2)))
                .startsWith("Its tokens are those published for its family (2 of 2). ");
        assertThat(sentence(usual.subList(2, 3))).startsWith("Equal to what was published of it (1 of 1). ");
    }

    private static String sentence(List<PublishedValue> values) {
        var folder = new ModelFolder("a/b", Path.of("a"), false, 1, false, "", ModelBuild.UNKNOWN);
        return new ModelPassport(
                        folder, Optional.empty(), List.of(), values, List.of(), Optional.empty(), false, false, "")
                .sentence();
    }

    @Test
    void a_vocabulary_that_nobody_published_has_no_values() {
        assertThat(values("a/b", OPENAI, 1514)).isEmpty();
    }

    @Test
    void a_processor_is_told_by_its_name_and_its_widest_instructions() {
        var lines = List.of("processor\t: 0", "model name\t: Abacus 9", "flags\t\t: fpu avx2 avx512f amx_bf16");
        assertThat(Computer.described(lines, "Linux amd64")).isEqualTo("Abacus 9, AMX BF16");
        assertThat(Computer.described(List.of("Features\t: fp asimd"), "Linux aarch64"))
                .isEqualTo("Linux aarch64, ASIMD");
        assertThat(Computer.described(List.of(), "Mac OS X aarch64")).isEqualTo("Mac OS X aarch64");
    }
}
