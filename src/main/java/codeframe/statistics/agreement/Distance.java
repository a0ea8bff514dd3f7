package codeframe.statistics.agreement;

/** A fixed δ² between categories (Krippendorff 2011, pp. 4–6); the ordinal one moves with the data and is apart. */
public interface Distance {
    double squared(int c, int k);

    /** Σ_c Σ_k n_c n_k δ²_ck. */
    default double total(double[] n) {
        double total = 0;
        for (int c = 0; c < n.length; c++) {
            for (int k = c + 1; k < n.length; k++) {
                total += 2 * n[c] * n[k] * squared(c, k);
            }
        }
        return total;
    }

    /** Whether the total takes one pass over the categories, not one over their pairs. */
    default boolean inOnePass() {
        return false;
    }

    /** 1 where the categories differ. */
    static Distance nominal() {
        return new Nominal();
    }

    /** (c − k)². */
    static Distance interval(double... values) {
        return new OfValues(values);
    }

    /** ((c − k)/(c + k))², and 0 where both are 0. */
    static Distance ratio(double... values) {
        return (c, k) -> {
            double sum = values[c] + values[k];
            double relative = sum == 0 ? 0 : (values[c] - values[k]) / sum;
            return relative * relative;
        };
    }

    /** Given in full, as for sets. */
    static Distance of(double[][] matrix) {
        return (c, k) -> matrix[c][k];
    }

    record Nominal() implements Distance {
        @Override
        public double squared(int c, int k) {
            return c == k ? 0 : 1;
        }

        @Override
        public double total(double[] n) {
            double all = 0;
            double equal = 0;
            for (double count : n) {
                all += count;
                equal += count * count;
            }
            return all * all - equal;
        }

        @Override
        public boolean inOnePass() {
            return true;
        }
    }

    /** Not a record: its values are compared by identity, and nobody asks. */
    final class OfValues implements Distance {
        private final double[] values;

        private OfValues(double[] values) {
            this.values = values;
        }

        @Override
        public double squared(int c, int k) {
            double difference = values[c] - values[k];
            return difference * difference;
        }

        /** Σ Σ n_c n_k (c − k)² = 2 n.. Σ n_c (c − mean)². */
        @Override
        public double total(double[] n) {
            return Spread.pairs(n, values);
        }

        @Override
        public boolean inOnePass() {
            return true;
        }
    }
}
