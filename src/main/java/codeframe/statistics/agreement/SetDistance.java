package codeframe.statistics.agreement;

import java.util.List;
import java.util.Set;

/** How far two sets of labels are apart, taken as δ² in α; two empty sets are 0 apart, an empty and a full one 1. */
public enum SetDistance {
    /** 1 − |A∩B|/|A∪B| (Jaccard 1901). */
    JACCARD {
        @Override
        double between(int both, int smaller, int larger) {
            return 1 - (double) both / (smaller + larger - both);
        }
    },
    /** 1 − J·M with M = 1 identical, 2/3 subset, 1/3 overlapping, 0 disjoint (Passonneau 2006, p. 833). */
    MASI {
        @Override
        double between(int both, int smaller, int larger) {
            double jaccard = (double) both / (smaller + larger - both);
            return 1 - jaccard * thirds(both, smaller, larger) / 3;
        }
    },
    /** 1 − 2|A∩B|/(|A| + |B|) (Dice 1945). */
    DICE {
        @Override
        double between(int both, int smaller, int larger) {
            return 1 - 2.0 * both / (smaller + larger);
        }
    };

    /** A table of all pairs of so many sets takes 8 MB; of more, a distance is found when it is asked for. */
    private static final int MOST_IN_TABLE = 1_000;

    abstract double between(int both, int smaller, int larger);

    public <T> double between(Set<T> a, Set<T> b) {
        var two = LabelBits.of(List.of(a, b));
        return between(two.get(0), two.get(1));
    }

    private double between(LabelBits a, LabelBits b) {
        int smaller = Math.min(a.size(), b.size());
        int larger = Math.max(a.size(), b.size());
        return larger == 0 ? 0 : between(a.shared(b), smaller, larger);
    }

    private static int thirds(int both, int smaller, int larger) {
        if (both == 0) {
            return 0;
        }
        int subset = both == larger ? 3 : 2;
        return both == smaller ? subset : 1;
    }

    /** The distance between the categories of a variable whose categories are sets. */
    public <T> Distance among(List<Set<T>> sets) {
        var bits = LabelBits.of(sets);
        if (sets.size() > MOST_IN_TABLE) {
            return (c, k) -> between(bits.get(c), bits.get(k));
        }
        var table = new double[sets.size()][sets.size()];
        for (int i = 0; i < sets.size(); i++) {
            for (int j = 0; j < i; j++) {
                table[i][j] = between(bits.get(i), bits.get(j));
                table[j][i] = table[i][j];
            }
        }
        return Distance.of(table);
    }
}
