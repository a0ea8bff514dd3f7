package codeframe.statistics.agreement;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * mv-α for nominal labels (Krippendorff and Craggs 2016). The observed disagreement is Dice's between the sets of a unit;
 * the expected one is not that of the whole sets that were given, but of sets of the sizes that occur, filled by chance
 * with labels as often as these were given.
 */
public final class MultiValuedAlpha implements Alpha {
    /** Labels times the cube of the largest set: about a millisecond, and the jackknife takes it once for a unit. */
    private static final double MOST_STEPS = 1e6;

    private final FixedAlpha dice;
    private final List<int[]> sets;
    private final int labels;
    private final int largest;

    /** Every category is a set of labels. */
    public <T> MultiValuedAlpha(Codes codes, List<Set<T>> sets) {
        var all = sets.stream().flatMap(Collection::stream).distinct().toList();
        this.dice = new FixedAlpha(codes, SetDistance.DICE.among(sets));
        this.sets = sets.stream()
                .map(set -> set.stream().mapToInt(all::indexOf).toArray())
                .toList();
        this.labels = all.size();
        this.largest = sets.stream().mapToInt(Set::size).max().orElse(0);
    }

    @Override
    public int units() {
        return dice.units();
    }

    @Override
    public int length() {
        return dice.length();
    }

    @Override
    public void contribute(int unit, Contribution into) {
        dice.contribute(unit, into);
    }

    @Override
    public double[] margins(double[] sums) {
        return dice.margins(sums);
    }

    @Override
    public Distance distance(double[] sums) {
        return dice.distance(sums);
    }

    @Override
    public Figure figure(double[] sums) {
        return labels * Math.pow(largest, 3) > MOST_STEPS
                ? Figure.undefined("sets of up to " + largest + " of " + labels + " labels are too many for mv-α")
                : Alpha.super.figure(sums);
    }

    /** mvDe = Σ_s Σ_t P(s) P(t) δ̄(s, t) over the sizes s and t of two sets. */
    @Override
    public Disagreement disagreement(double[] sums) {
        var found = dice.disagreement(sums);
        var uses = new double[labels];
        var sizes = new double[largest + 1];
        var margins = margins(sums);
        for (int category = 0; category < margins.length; category++) {
            sizes[sets.get(category).length] += margins[category] / found.pairable();
            for (int label : sets.get(category)) {
                uses[label] += margins[category];
            }
        }
        double expected = new ChanceSets(uses, largest).disagreement(sizes);
        return new Disagreement(found.observed(), expected, found.pairable());
    }
}
