package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.List;

/** Light's (1971) κ: the mean of Cohen's κ over all pairs of coders, leaving out the pairs that have none. */
public final class LightKappa implements UnitSums {
    private static final String NONE = "no pair of coders has a defined kappa";

    private final Codes codes;
    private final List<CohenKappa> pairs;

    public LightKappa(Codes codes, Weights weights) {
        this.codes = codes;
        this.pairs = CoderPair.all(codes.coders()).stream()
                .map(pair -> new CohenKappa(codes, pair.a(), pair.b(), weights))
                .toList();
    }

    @Override
    public int units() {
        return codes.units();
    }

    @Override
    public int length() {
        return pairs.size() * sums();
    }

    private int sums() {
        return pairs.isEmpty() ? 0 : pairs.get(0).length();
    }

    @Override
    public void contribute(int unit, Contribution into) {
        for (int pair = 0; pair < pairs.size(); pair++) {
            pairs.get(pair).contribute(unit, into, pair * sums());
        }
    }

    @Override
    public Figure figure(double[] sums) {
        double total = 0;
        int defined = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            var own = Arrays.copyOfRange(sums, pair * sums(), (pair + 1) * sums());
            var number = pairs.get(pair).figure(own).number();
            if (number.isPresent()) {
                total += number.getAsDouble();
                defined++;
            }
        }
        return Figure.ratio(total, defined, NONE);
    }

    /** Without the sums of all pairs at once, which many coders would make very long. */
    @Override
    public Figure figure() {
        var defined = pairs.stream()
                .map(UnitSums::figure)
                .flatMap(figure -> figure.number().stream().boxed())
                .toList();
        return Figure.ratio(defined.stream().mapToDouble(Double::doubleValue).sum(), defined.size(), NONE);
    }

    /** The pairs that are left out because their κ is undefined. */
    public long undefinedPairs() {
        return pairs.stream().filter(pair -> pair.figure().number().isEmpty()).count();
    }
}
