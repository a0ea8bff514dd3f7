package codeframe.statistics.agreement;

import java.util.Arrays;

/** The distinct categories of one unit with their counts; reused so that a million units allocate nothing. */
final class CategoryTally {
    private int[] category = new int[16];
    private int[] count = new int[16];
    private int distinct;
    private int total;

    void clear() {
        distinct = 0;
        total = 0;
    }

    void add(int code) {
        total++;
        for (int i = 0; i < distinct; i++) {
            if (category[i] == code) {
                count[i]++;
                return;
            }
        }
        if (distinct == category.length) {
            category = Arrays.copyOf(category, 2 * distinct);
            count = Arrays.copyOf(count, 2 * distinct);
        }
        category[distinct] = code;
        count[distinct++] = 1;
    }

    int distinct() {
        return distinct;
    }

    int total() {
        return total;
    }

    int category(int i) {
        return category[i];
    }

    int count(int i) {
        return count[i];
    }

    int countOf(int code) {
        for (int i = 0; i < distinct; i++) {
            if (category[i] == code) {
                return count[i];
            }
        }
        return 0;
    }

    /** The share of its ordered pairs of codes that agree, weighted; of the unit's m(m−1) pairs, not yet divided. */
    double agreeingPairs(Weights weights) {
        double pairs = 0;
        for (int i = 0; i < distinct; i++) {
            double weighted = 0;
            for (int j = 0; j < distinct; j++) {
                weighted += weights.of(category[i], category[j]) * count[j];
            }
            pairs += count[i] * (weighted - 1);
        }
        return pairs;
    }
}
