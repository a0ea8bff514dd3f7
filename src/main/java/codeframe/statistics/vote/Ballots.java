package codeframe.statistics.vote;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who said what about which unit.
 *
 * @param options how many there are
 * @param votes option by unit and column, {@link #NONE} where nothing was said
 * @param voterOf which voter a column is of: one who was asked about the same unit again has several
 */
public record Ballots(int options, int[][] votes, int[] voterOf) {
    public static final int NONE = -1;

    /** A column a voter. */
    public static Ballots of(int options, int[][] votes) {
        int voters = votes.length == 0 ? 0 : votes[0].length;
        return new Ballots(options, votes, IntStream.range(0, voters).toArray());
    }

    public int units() {
        return votes.length;
    }

    public int voters() {
        return Arrays.stream(voterOf).max().orElse(-1) + 1;
    }

    /** How many said each option of a unit. */
    int[] counts(int unit) {
        return counts(options, votes[unit]);
    }

    static int[] counts(int options, int... votes) {
        var counts = new int[options];
        for (int vote : votes) {
            if (vote != NONE) {
                counts[vote]++;
            }
        }
        return counts;
    }
}
