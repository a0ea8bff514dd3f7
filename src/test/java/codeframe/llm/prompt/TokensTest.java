package codeframe.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.CodebookTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of images as in the examples of OpenAI's page "Images and vision". */
class TokensTest {
    @ParameterizedTest
    @CsvSource({
        "gpt-4o, 1024, 1024, high, 765",
        "gpt-4o, 2048, 4096, high, 1105",
        "gpt-4o, 4096, 8192, low, 85",
        "openai/gpt-4o-2024-08-06, 1024, 1024, auto, 765",
        "gpt-4o-mini, 1024, 1024, high, 25501",
        "gpt-4.1, 1024, 1024, high, 765",
        "o4-mini, 1024, 1024, high, 1762",
        "gpt-4.1-mini, 1024, 1024, high, 1659",
        "gpt-5, 1024, 1024, high, 630",
        "claude-sonnet-4, 1000, 1000, high, 1334",
        "gemini-2.5-flash, 384, 384, high, 258",
        "my-own-model, 1024, 1024, high, 765",
        "gpt-4o, 1, 1, high, 255",
        "gpt-5.5, 512, 512, high, 308",
        "gpt-5.5-2026-04-23, 1024, 1024, auto, 1229",
        "gpt-5.2, 1024, 1024, high, 765",
        "gemini-3-flash, 384, 384, high, 1120",
        "claude-haiku-4-5, 768, 768, high, 784",
        "claude-opus-5-5, 1920, 1080, high, 2691",
        "claude-haiku-4-5, 4032, 3024, high, 1600",
        "qwen3-vl:8b, 1024, 1024, high, 1026",
        "qwen2.5vl:7b, 1024, 1024, high, 1371",
        "pixtral-12b, 1024, 1024, high, 4160",
        "llama-4-scout, 336, 336, high, 288",
        "mistralai/mistral-small-3.2, 280, 280, high, 110"
    })
    void an_image_costs_what_its_maker_documents(String model, int width, int height, String detail, long tokens) {
        assertThat(ImageTokens.of(model, width, height, Detail.named(detail).orElseThrow()))
                .isEqualTo(tokens);
    }

    @Test
    void a_family_that_is_not_in_the_table_is_not_taken_for_another() {
        assertThat(ImageTokens.knows("gpt-5.2")).isFalse();
        assertThat(ImageTokens.knows("my-own-model")).isFalse();
        assertThat(ImageTokens.family("google/gemini-3-pro").orElseThrow().source())
                .contains("Google");
    }

    /** 1800 x 2400 is brought down to 44 x 33 squares. */
    @Test
    void large_images_are_shrunk_to_the_most_squares() {
        assertThat(ImageTokens.of("o4-mini", 1800, 2400, Detail.HIGH)).isEqualTo(Math.round(Math.ceil(1452 * 1.72)));
        assertThat(ImageTokens.of("o4-mini", 60_000, 40_000, Detail.HIGH)).isLessThanOrEqualTo(2642);
    }

    @Test
    void text_is_counted_by_the_models_own_encoding() {
        assertThat(TextTokens.in("")).isZero();
        assertThat(TextTokens.in("hello world")).isEqualTo(2);
        assertThat(TextTokens.in("<|endoftext|>")).isGreaterThan(1);
    }

    @Test
    void a_request_counts_its_prompt_and_a_schema_that_is_sent() {
        var codebook = CodebookTemplate.VISUAL_FRAMES.codebook();
        var parts = PromptParts.of(codebook);
        var text = new PromptOptions(true, Split.WHOLE, false, false, SchemaMode.TEXT, List.of());
        long withSchema = tokens(RunPrompt.of(parts, PromptOptions.USUAL, 1, List.of()));
        long without = tokens(RunPrompt.of(parts, text, 1, List.of()));
        assertThat(without).isBetween(400L, 800L);
        assertThat(withSchema).isGreaterThan(without + 100);
    }

    private static long tokens(RunPrompt prompt) {
        var variables = CodebookTemplate.VISUAL_FRAMES.codebook().variables();
        return new Askings(prompt, variables, 1)
                .preview().stream().mapToLong(TextTokens::in).sum();
    }
}
