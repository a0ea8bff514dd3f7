package codeframe.statistics.agreement;

import java.util.Arrays;

/** What one unit adds to the sums of a coefficient: a sparse vector, reused from unit to unit. */
public final class Contribution {
    final CategoryTally tally = new CategoryTally();
    private int[] index = new int[64];
    private double[] value = new double[64];
    private int size;

    /** The same, in no more memory than it needs, to be kept. */
    Contribution kept() {
        var kept = new Contribution();
        kept.index = Arrays.copyOf(index, size);
        kept.value = Arrays.copyOf(value, size);
        kept.size = size;
        return kept;
    }

    void clear() {
        size = 0;
    }

    public void add(int at, double amount) {
        if (size == index.length) {
            index = Arrays.copyOf(index, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
        }
        index[size] = at;
        value[size++] = amount;
    }

    int size() {
        return size;
    }

    int index(int i) {
        return index[i];
    }

    double value(int i) {
        return value[i];
    }

    void addTo(double[] sums, double times) {
        for (int i = 0; i < size; i++) {
            sums[index[i]] += times * value[i];
        }
    }

    /** The scalar product with a full vector. */
    double dot(double[] slope) {
        double product = 0;
        for (int i = 0; i < size; i++) {
            product += slope[index[i]] * value[i];
        }
        return product;
    }
}
