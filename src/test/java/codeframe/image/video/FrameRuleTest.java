package codeframe.image.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.db.Json;
import codeframe.web.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten frames a second over six seconds; a shot begins at 0, at 2 and at 5 seconds. */
final class FrameRuleTest {
    private static final List<SeenFrame> FRAMES = IntStream.range(0, 60)
            .mapToObj(n -> new SeenFrame(n, n * 100, n == 20 || n == 50 ? 0.4 : 0.01))
            .toList();

    private static List<Integer> times(FrameRule rule) {
        return rule.choose(FRAMES).stream().map(one -> one.frame().ms()).toList();
    }

    private static FrameRule rule(double every, int most, String... shots) {
        return new FrameRule(every, List.of(shots), 0.3, most);
    }

    @Test
    void of_each_shot_the_first_the_middle_and_the_last_frame() {
        assertThat(times(rule(0, 20, "first"))).containsExactly(0, 2000, 5000);
        assertThat(times(rule(0, 20, "middle"))).containsExactly(900, 3400, 5400);
        assertThat(times(rule(0, 20, "last"))).containsExactly(1900, 4900, 5900);
        assertThat(rule(0, 20, "last", "first").choose(FRAMES).stream()
                        .map(FrameRule.Chosen::shot)
                        .toList())
                .containsExactly(1, 1, 2, 2, 3, 3);
        var rule = rule(0, 20, "first");
        assertThat(List.of(0, 1999, 2000, 4999, 5000, 9000).stream().map(ms -> rule.shotAt(FRAMES, ms)))
                .containsExactly(1, 1, 2, 2, 3, 3);
    }

    @Test
    void one_every_so_many_seconds_and_none_twice() {
        assertThat(times(rule(2, 20))).containsExactly(0, 2000, 4000);
        assertThat(times(rule(2, 20, "first"))).containsExactly(0, 2000, 4000, 5000);
        assertThat(times(rule(1.5, 20))).containsExactly(0, 1500, 3000, 4500);
    }

    @Test
    void of_more_than_are_wanted_some_evenly_over_all() {
        assertThat(times(rule(0.5, 3))).containsExactly(0, 3000, 5500);
        assertThat(times(rule(0.5, 1))).containsExactly(0);
    }

    @Test
    void a_higher_threshold_sees_fewer_shots() {
        assertThat(times(new FrameRule(0, List.of("first"), 0.5, 20))).containsExactly(0);
    }

    @Test
    void it_is_read_as_it_was_written_and_says_itself() {
        var rule = rule(1.5, 7, "first", "last");
        assertThat(FrameRule.of(rule.json().tree())).isEqualTo(rule);
        assertThat(rule.inWords())
                .isEqualTo("the first and last frame of each shot (change over 0.3), one every 1.5 s, at most 7");
        assertThat(FrameRule.of(new Json("{}").tree())).isEqualTo(FrameRule.DEFAULT);
    }

    @Test
    void a_rule_that_chooses_nothing_or_is_out_of_range_is_refused() {
        for (var wrong : List.of(
                "{\"every\": 0, \"shots\": []}",
                "{\"every\": 0.01}",
                "{\"threshold\": 1}",
                "{\"most\": 201}",
                "{\"shots\": [\"best\"]}",
                "{\"evry\": 2}")) {
            assertThatThrownBy(() -> FrameRule.of(new Json(wrong).tree()))
                    .as(wrong)
                    .isInstanceOf(Problem.Invalid.class);
        }
    }
}
