package codeframe.statistics.vote;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The different sets of votes that units got, each once: a hundred thousand units of five voters have a few thousand.
 *
 * @param counts by pattern, flat: voter × options + option, how often said
 * @param cells by pattern, which of those are not 0
 * @param units how many units have the pattern
 */
record VotePatterns(int options, int[][] counts, int[][] cells, int[] units, int[] ofUnit) {
    static VotePatterns of(Ballots ballots) {
        Map<Key, Integer> found = new LinkedHashMap<>();
        var ofUnit = new int[ballots.units()];
        for (int unit = 0; unit < ofUnit.length; unit++) {
            var key = new Key(counts(ballots, unit));
            var at = found.putIfAbsent(key, found.size());
            ofUnit[unit] = at == null ? found.size() - 1 : at;
        }
        var counts = found.keySet().stream().map(key -> key.counts).toArray(int[][]::new);
        var units = new int[counts.length];
        Arrays.stream(ofUnit).forEach(pattern -> units[pattern]++);
        var cells = Arrays.stream(counts).map(VotePatterns::used).toArray(int[][]::new);
        return new VotePatterns(ballots.options(), counts, cells, units, ofUnit);
    }

    private record Key(int[] counts) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(counts, key.counts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(counts);
        }
    }

    private static int[] counts(Ballots ballots, int unit) {
        var counts = new int[ballots.voters() * ballots.options()];
        var votes = ballots.votes()[unit];
        for (int column = 0; column < votes.length; column++) {
            if (votes[column] != Ballots.NONE) {
                counts[ballots.voterOf()[column] * ballots.options() + votes[column]]++;
            }
        }
        return counts;
    }

    private static int[] used(int... counts) {
        return IntStream.range(0, counts.length)
                .filter(cell -> counts[cell] > 0)
                .toArray();
    }

    int size() {
        return units.length;
    }

    /** What share of its votes each option got, by pattern; where nobody said anything all are alike. */
    double[][] shares() {
        var shares = new double[size()][options];
        for (int pattern = 0; pattern < shares.length; pattern++) {
            for (int cell : cells[pattern]) {
                shares[pattern][cell % options] += counts[pattern][cell];
            }
            double sum = Arrays.stream(shares[pattern]).sum();
            for (int option = 0; option < options; option++) {
                shares[pattern][option] = sum > 0 ? shares[pattern][option] / sum : 1.0 / options;
            }
        }
        return shares;
    }

    /** The same array for all units of a pattern. */
    double[][] perUnit(double[]... ofPattern) {
        return Arrays.stream(ofUnit).mapToObj(pattern -> ofPattern[pattern]).toArray(double[][]::new);
    }
}
