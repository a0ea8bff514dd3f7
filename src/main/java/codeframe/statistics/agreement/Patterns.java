package codeframe.statistics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The units that add something, those that add the same kept once: a thousand units are a few dozen patterns. */
final class Patterns {
    private final List<Row> rows = new ArrayList<>();
    private final int[] patternOf;
    private final int[] partEnds;
    private final int[] uses;

    private Patterns(int[] patternOf, int[] partEnds, List<Row> rows) {
        this.patternOf = patternOf;
        this.partEnds = partEnds;
        this.rows.addAll(rows);
        this.uses = new int[rows.size()];
        for (int pattern : patternOf) {
            uses[pattern]++;
        }
    }

    static Patterns of(UnitSums coefficient) {
        Map<Row, Integer> known = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        var contribution = new Contribution();
        for (int unit = 0; unit < coefficient.units(); unit++) {
            contribution.clear();
            coefficient.contribute(unit, contribution);
            if (contribution.size() > 0) {
                int pattern = known.computeIfAbsent(Row.of(contribution), row -> {
                    rows.add(row);
                    return rows.size() - 1;
                });
                parts.computeIfAbsent(coefficient.part(unit), none -> new ArrayList<>())
                        .add(pattern);
            }
        }
        return of(parts.values(), rows);
    }

    /** Units part by part, each in their order. */
    private static Patterns of(Collection<List<Integer>> parts, List<Row> rows) {
        var patternOf = parts.stream().flatMap(List::stream).mapToInt(pattern -> pattern);
        var ends = parts.stream().mapToInt(List::size).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        return new Patterns(patternOf.toArray(), ends, rows);
    }

    /** Behind the last unit of every part. */
    int[] partEnds() {
        return partEnds;
    }

    /** Units that add something: the units that are resampled. */
    int units() {
        return patternOf.length;
    }

    int size() {
        return rows.size();
    }

    int ofUnit(int unit) {
        return patternOf[unit];
    }

    int uses(int pattern) {
        return uses[pattern];
    }

    void add(int pattern, double times, double[] sums) {
        var row = rows.get(pattern);
        for (int i = 0; i < row.index.length; i++) {
            sums[row.index[i]] += times * row.value[i];
        }
    }

    /** Undoes what was added of a pattern, without a trace of rounding. */
    void restore(int pattern, double[] from, double[] sums) {
        for (int at : rows.get(pattern).index) {
            sums[at] = from[at];
        }
    }

    /** Entries in the order of their index, so that equal contributions are equal rows. */
    private static final class Row {
        private final int[] index;
        private final double[] value;

        private Row(int[] index, double[] value) {
            this.index = index;
            this.value = value;
        }

        static Row of(Contribution contribution) {
            int size = contribution.size();
            var index = new int[size];
            var value = new double[size];
            for (int i = 0; i < size; i++) {
                int at = i;
                while (at > 0 && index[at - 1] > contribution.index(i)) {
                    index[at] = index[at - 1];
                    value[at] = value[at - 1];
                    at--;
                }
                index[at] = contribution.index(i);
                value[at] = contribution.value(i);
            }
            return new Row(index, value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(index, row.index) && Arrays.equals(value, row.value);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(index) + Arrays.hashCode(value);
        }
    }
}
