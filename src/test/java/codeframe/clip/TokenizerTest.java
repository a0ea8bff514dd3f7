package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private static final int BOS = 1512;
    private static final int EOS = 1513;
    private static final ClipConfig NO_MARKS = new ClipConfig(
            null,
            TextTower.clip(null, 0, 0, true, TextTower.Pooling.END, -1, -1, 0),
            0,
            ClipConfig.INITIAL_SCALE,
            null);

    private final Tokenizer tokenizer = Tokenizer.read(Golden.file("bpe"), NO_MARKS);

    @Test
    void ids_are_those_of_openai() {
        for (var known : Golden.json("tokens.json")) {
            var expected = new ArrayList<>(List.of(BOS));
            known.get("ids").forEach(id -> expected.add(id.asInt()));
            expected.add(EOS);
            assertThat(tokenizer.encode(known.get("text").asText(), 1000).ids())
                    .as(known.get("text").asText())
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_phrase_too_long_is_cut_before_its_end_mark_and_says_so() {
        var tokens = tokenizer.encode("many words ".repeat(50), 48);
        assertThat(tokens.cut()).isTrue();
        assertThat(tokens.ids()).hasSize(48).startsWith(BOS).endsWith(EOS);
        assertThat(tokenizer.encode("many words", 48).cut()).isFalse();
    }

    @Test
    void a_phrase_that_spells_the_end_mark_ends_there() {
        assertThat(tokenizer.encode("a<|endoftext|>b", 48).end(EOS)).isEqualTo(2);
    }

    @Test
    void files_that_do_not_belong_together_are_told(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("vocab.json"), "{\"<|startoftext|>\":0,\"<|endoftext|>\":1}");
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\n");
        var torn = Tokenizer.read(folder, NO_MARKS);
        assertThatThrownBy(() -> torn.encode("a", 48))
                .isInstanceOf(BrokenModel.class)
                .hasMessageContaining("do not belong together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokenizer.json", "tokenizer-5.json"})
    void a_folder_with_tokenizer_json_alone_is_read_by_hugging_faces_own(String file, @TempDir Path folder)
            throws Exception {
        Files.copy(Golden.file("bpe/" + file), folder.resolve("tokenizer.json"));
        var other = Tokenizer.read(folder, NO_MARKS);
        for (var text : List.of("A large assembly of supporters.", "don't 50%", "Größe 📸", "")) {
            assertThat(other.encode(text, 48)).isEqualTo(tokenizer.encode(text, 48));
        }
    }

    @Test
    void a_tokenizer_without_the_marks_of_clip_is_told(@TempDir Path folder) throws Exception {
        var foreign = Files.readString(Golden.file("bpe/tokenizer.json")).replace("<|startoftext|>", "[CLS]");
        Files.writeString(folder.resolve("tokenizer.json"), foreign);
        assertThatThrownBy(() -> Tokenizer.read(folder, NO_MARKS)).hasMessageContaining("knows no <|startoftext|>");
    }

    @Test
    void a_folder_without_a_vocabulary_is_told(@TempDir Path folder) {
        assertThatThrownBy(() -> Tokenizer.read(folder, NO_MARKS)).hasMessageContaining("neither vocab.json");
    }
}
