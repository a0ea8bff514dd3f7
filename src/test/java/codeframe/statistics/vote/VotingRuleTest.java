package codeframe.statistics.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import org.junit.jupiter.api.Test;

/** The rules at their edges: ties, too few, weights against. */
final class VotingRuleTest {
    private static final int NONE = Ballots.NONE;

    @Test
    void a_tie_is_unsure_and_never_the_first_by_alphabet() {
        var majority = VotingRule.majority(3);
        assertThat(majority.verdict(2, 2, 0)).isEqualTo(new VoteVerdict.Elected(2, 2 / 3.0));
        assertThat(majority.verdict(0, 1, NONE)).isEqualTo(new VoteVerdict.Unsure(.5));
        assertThat(VotingRule.weighted(2, new double[] {.1, .2, .3}).verdict(0, 0, 1))
                .as("0.1 + 0.2 is 0.3 but for rounding")
                .isInstanceOf(VoteVerdict.Unsure.class);
        assertThat(VotingRule.unanimous(3).verdict(2, 2, 2)).isEqualTo(new VoteVerdict.Elected(2, 1));
        assertThat(VotingRule.unanimous(3).verdict(2, 2, 0)).isEqualTo(new VoteVerdict.Unsure(2 / 3.0));
    }

    @Test
    void fewer_than_asked_for_are_too_few_and_none_never_elects() {
        assertThat(VotingRule.majority(2).amongAtLeast(2).verdict(1, NONE, NONE))
                .isEqualTo(new VoteVerdict.TooFew(1));
        assertThat(VotingRule.majority(2).amongAtLeast(0).verdict(NONE, NONE)).isEqualTo(new VoteVerdict.TooFew(0));
        assertThat(VotingRule.majority(2).verdict(NONE, NONE)).isInstanceOf(VoteVerdict.Unsure.class);
    }

    @Test
    void of_ordered_options_the_median_is_elected_and_between_two_nobody_is_sure() {
        var median = VotingRule.median(5, null);
        assertThat(median.verdict(0, 1, 4)).isEqualTo(new VoteVerdict.Elected(1, 1 / 3.0));
        assertThat(median.verdict(0, 1, 1, 4)).isEqualTo(new VoteVerdict.Elected(1, .5));
        assertThat(median.verdict(0, 0, 1, 4)).isInstanceOf(VoteVerdict.Unsure.class);
    }

    @Test
    void a_voter_who_is_mostly_wrong_speaks_for_the_other_of_two_and_for_nobody_among_three() {
        assertThat(LogOdds.weight(1, 8, 2)).isCloseTo(Math.log(.2 / .8), within(1e-12));
        assertThat(LogOdds.weight(1, 8, 3)).isZero();
        assertThat(LogOdds.weight(7, 8, 3)).isCloseTo(Math.log(.8 * 2 / .2), within(1e-12));
        var against = VotingRule.weighted(2, new double[] {-1, -1, .5}).verdict(0, 0, 0);
        assertThat(against.label()).hasValue(1);
    }

    @Test
    void effective_votes_turn_the_limits_round() {
        var found = EffectiveVotes.of(5, Figure.of(.35).within(new Interval(.2, .5, "bootstrap")));
        var estimate = (Figure.Estimate) found;
        assertThat(estimate.value()).isCloseTo(5 / 2.4, within(1e-12));
        assertThat(estimate.interval().orElseThrow().low()).isCloseTo(5 / 3.0, within(1e-12));
        assertThat(estimate.interval().orElseThrow().high()).isCloseTo(5 / 1.8, within(1e-12));
        assertThat(EffectiveVotes.independent(.8, .8, .8)).isCloseTo(.896, within(1e-12));
    }

    @Test
    void the_same_mistakes_are_told_from_different_ones() {
        var votes = new int[][] {{0, 0}, {1, 1}, {1, 2}, {0, 1}, {1, 1}};
        var errors = new VotersErrors(Ballots.of(3, votes), new int[] {0, 0, 0, 0, 1}, null);
        assertThat(errors.shared().doubleFault().number().orElseThrow()).isCloseTo(.4, within(1e-12));
        assertThat(errors.shared().sameWrong().number().orElseThrow()).isCloseTo(.5, within(1e-12));
        assertThat(errors.correlation().leftOut()).isZero();
        var never = new VotersErrors(Ballots.of(2, new int[][] {{0, 1}, {0, 0}}), new int[] {0, 0}, null);
        assertThat(never.correlation().figure()).isInstanceOf(Figure.Undefined.class);
    }
}
