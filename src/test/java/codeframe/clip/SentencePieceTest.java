package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phrases of SigLIP models get the ids of SentencePiece itself; see the golden values' README. */
class SentencePieceTest {
    private static final int LONG = 1000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"uni, </s>, WITHOUT_PUNCTUATION, 1", "gem, <pad>, LOWER_CASE, 0"})
    void ids_are_those_of_sentencepiece(String name, String fill, PhraseCleaning cleaning, int filled)
            throws IOException {
        var tokenizer = tokenizer(name, fill, cleaning);
        assertThat(tokenizer.eos()).isEqualTo(1);
        assertThat(tokenizer.fill()).isEqualTo(filled);
        var texts = Files.readAllLines(golden("texts.txt"));
        var ids = Files.readAllLines(golden(name + ".texts.ids"));
        assertThat(texts).hasSize(188).hasSameSizeAs(ids);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(words(tokenizer, texts.get(i))).as(texts.get(i)).isEqualTo(numbers(ids.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource({"uni, </s>, WITHOUT_PUNCTUATION", "gem, <pad>, LOWER_CASE"})
    void german_french_spanish_and_turkish_phrases_too(String name, String fill, PhraseCleaning cleaning)
            throws IOException {
        var tokenizer = tokenizer(name, fill, cleaning);
        Set<String> languages = new HashSet<>();
        for (var phrase : new Json(Files.readString(golden("languages.json"))).tree()) {
            var text = phrase.get("text").asText();
            languages.add(phrase.get("language").asText());
            assertThat(words(tokenizer, text))
                    .as(text)
                    .isEqualTo(numbers(phrase.get(name)
                            .toString()
                            .replaceAll("[\\[\\]]", "")
                            .replace(',', ' ')));
        }
        assertThat(languages).containsExactlyInAnyOrder("de", "fr", "es", "tr");
    }

    @Test
    void a_phrase_too_long_keeps_its_end_mark() throws IOException {
        var tokens = tokenizer("gem", "<pad>", PhraseCleaning.LOWER_CASE).encode("ein Wahlplakat ".repeat(40), 64);
        assertThat(tokens.cut()).isTrue();
        assertThat(tokens.ids()).hasSize(64).endsWith(1);
    }

    /** The end mark is taken off. */
    private static List<Integer> words(Tokenizer tokenizer, String text) {
        var ids = tokenizer.encode(text, LONG).ids();
        return ids.subList(0, ids.size() - 1);
    }

    private static List<Integer> numbers(String line) {
        return Arrays.stream(line.split("\\s+"))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private Tokenizer tokenizer(String name, String fill, PhraseCleaning cleaning) throws IOException {
        Files.copy(golden(name + ".json"), folder.resolve("tokenizer.json"));
        Files.writeString(
                folder.resolve(SentencePieces.CONFIG), "{\"eos_token\": \"</s>\", \"pad_token\": \"" + fill + "\"}");
        return SentencePieces.read(folder, cleaning);
    }

    private static Path golden(String name) {
        try {
            return Path.of(SentencePieceTest.class
                    .getResource("/sentencepiece-golden/" + name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
