package codeframe.llm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.ask.LearntWidth.Ending;
import org.junit.jupiter.api.Test;

class LearntWidthTest {
    private static final int CHOSEN = 8;

    private final LearntWidth width = new LearntWidth();

    private void one(Ending ending) throws InterruptedException {
        width.leave(width.enter(CHOSEN), ending, CHOSEN);
    }

    @Test
    void a_server_that_answers_nothing_at_all_is_not_crowded() throws InterruptedException {
        one(Ending.TOO_SLOW);
        one(Ending.TOO_SLOW);
        assertThat(width.now(CHOSEN)).isEqualTo(CHOSEN);
    }

    @Test
    void of_several_that_took_too_long_while_others_were_answered_one_counts() throws InterruptedException {
        var slow = width.enter(CHOSEN);
        var slower = width.enter(CHOSEN);
        one(Ending.ANSWERED);
        width.leave(slow, Ending.TOO_SLOW, CHOSEN);
        width.leave(slower, Ending.TOO_SLOW, CHOSEN);
        assertThat(width.now(CHOSEN)).isEqualTo(4);
    }

    @Test
    void it_never_falls_below_one_and_rises_step_by_step_to_what_was_chosen_and_no_further()
            throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            one(Ending.TOO_SLOW_HERE);
        }
        assertThat(width.now(CHOSEN)).isEqualTo(1);
        for (int rise = 2; rise <= CHOSEN + 1; rise++) {
            for (int i = 0; i < LearntWidth.ANSWERS; i++) {
                one(Ending.ANSWERED);
            }
            assertThat(width.now(CHOSEN)).isEqualTo(Math.min(rise, CHOSEN));
        }
    }
}
