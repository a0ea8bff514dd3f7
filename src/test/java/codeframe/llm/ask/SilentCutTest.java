package codeframe.llm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.price.TokenCount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilentCutTest {
    private static final long WORDS = 3_000;

    @ParameterizedTest
    @CsvSource({
        "4096, 0, 5000, true, a round context for every image",
        "4096, 0, 4096, false, all that was sent was read",
        "4096, 0, 3500, false, the server counts more than we do",
        "4097, 0, 5000, false, not round",
        "1024, 0, 5000, false, too small for a context and above a third of the words",
        "500, 0, 5000, true, far below the words",
        "500, 400, 5000, false, the rest was kept from before"
    })
    void a_cut_shows_in_the_count(int input, int cached, int expected, boolean cut, String why) {
        var tokens = new TokenCount(input, cached, 5, true);
        long counted = input;
        assertThat(SilentCut.cuts(tokens, WORDS, expected, List.of(counted, counted, counted)))
                .as(why)
                .isEqualTo(cut);
    }

    @Test
    void two_images_and_one_that_differs_stop_nothing() {
        var tokens = new TokenCount(4096, 0, 5, true);
        assertThat(SilentCut.cuts(tokens, WORDS, 5_000, List.of(4096L, 4096L))).isFalse();
        assertThat(SilentCut.cuts(tokens, WORDS, 5_000, List.of(4096L, 4096L, 4090L)))
                .isFalse();
    }
}
