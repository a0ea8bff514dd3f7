package codeframe.llm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.price.Answered;
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
        var counted = new Answered.Counted(input, cached, expected);
        assertThat(SilentCut.cuts(WORDS, List.of(counted, counted, counted)))
                .as(why)
                .isEqualTo(cut);
    }

    @Test
    void one_that_differs_stops_nothing() {
        var round = new Answered.Counted(4096, 0, 5_000);
        assertThat(SilentCut.cuts(WORDS, List.of(round, round, new Answered.Counted(4090, 0, 5_000))))
                .isFalse();
        assertThat(SilentCut.cuts(WORDS, List.of(round, round, new Answered.Counted(8192, 0, 9_000))))
                .isFalse();
    }
}
