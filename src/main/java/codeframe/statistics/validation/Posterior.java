package codeframe.statistics.validation;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.agreement.Moments;
import codeframe.statistics.agreement.ReplicateDraws;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Limits for whatever is computed from the table of machine × gold: in every stratum of the design, and for every predicted
 * class in it, the shares of the gold classes are Dirichlet, and draws of them are pushed through to the figure (Gelman et
 * al. 2013, section 3.4). An error that was not found is not one that does not exist: where Taylor's, Wilson's and BCa
 * limits have no width these have.
 *
 * <p>Beforehand ½ is given to the predicted class and ½ is shared by the others, which of two classes is Jeffreys' prior
 * (1946). For figures of all classes together both are divided by q/2, or q columns would bring q/2 errors nobody saw. Of
 * strata each has of that what it has of the predicted class. Chosen by simulation (machine-gold.py beside the tests, one
 * run of 200 samples a cell); the least coverage of 95 % limits in percent, over prevalence 5 and 30 % and two machines (n
 * in the head, q classes, a sample by label being stratified by the predicted class):
 *
 * <pre>
 *                               q = 4, simple    q = 4, by label  q = 8, simple  q = 8, by label
 *                               30   60   200    30   60   200    100   400      100   400
 * recall, ½ in every cell       18   46    76     0   62    76      0    27        0    32
 * recall, ½ and ½               89   91    92    93   95    94     92    94       94    93
 * recall, 1/q and 1/q           88   96    88    88   96    89     82    86       81    92
 * F1, ½ and ½                   90   91    96    90   94    94     92    90       94    92
 * F1, 1/q and 1/q               89   91    96    91   94    94     90    87       90    91
 * corrected share, ½ and ½      93   94    94    94   94    95     92    92       94    94
 * corrected share, 1/q and 1/q  88   92    92    90   93    92     84    89       82    86
 * macro F1, ½ in every cell      0    0    38     0    0    32      0     0        0     0
 * macro F1, ½ and ½             62   78    90    72   86    89     45    76       52    81
 * macro F1, 1/q and 1/q         74   86    93    90   94    92     90    92       95    93
 * κ, ½ and ½                    81   86    91    74   88    88     50    79       46    82
 * κ, 1/q and 1/q                91   93    92    92   94    91     92    94       94    94
 * </pre>
 */
public final class Posterior {
    public static final String METHOD = "posterior of gold within each predicted class (Dirichlet, Jeffreys)";
    private static final int BLOCK = 100;
    private static final int FEWEST = 1_000;
    private static final double MOST_CELLS = 2e7;

    private final Predictions drawn;
    private final boolean[] possible;
    private final int draws;
    private final long seed;

    /**
     * @param unlabelled how often each class was predicted for units without gold
     * @param draws that are wanted; with many classes fewer are made
     */
    public Posterior(Predictions drawn, double[] unlabelled, int draws, long seed) {
        this.drawn = drawn;
        this.possible = possible(drawn, unlabelled);
        if (classes() == 1) {
            Arrays.fill(possible, true);
        }
        double cells = drawn.classes() * (drawn.classes() + 1.0);
        this.draws = (int) Math.min(draws, Math.max(FEWEST, MOST_CELLS / cells));
        this.seed = seed;
    }

    private static boolean[] possible(Predictions drawn, double... unlabelled) {
        var possible = new boolean[drawn.classes()];
        for (int k = 0; k < possible.length; k++) {
            possible[k] = k < unlabelled.length && unlabelled[k] > 0;
        }
        IntStream.of(drawn.gold()).forEach(k -> possible[k] = true);
        IntStream.of(drawn.predicted()).filter(k -> k >= 0).forEach(k -> possible[k] = true);
        return possible;
    }

    /** Shares of counted units: Wilson's limits, which cover, or where units have different weights those of the draws. */
    public List<Figure> shares(List<Part> parts) {
        return drawn.weighted()
                ? ofClasses(List.copyOf(parts))
                : parts.stream().map(part -> Metric.share(drawn, part)).toList();
    }

    /** Of all units. */
    public Figure accuracy() {
        return drawn.weighted() ? ofAll(List.of(Part.accuracy())).get(0) : Metric.share(drawn, Part.accuracy());
    }

    /** Measures of one class each, with limits; what the sample leaves undefined stays so. */
    public List<Figure> ofClasses(List<Function<Confusion, Figure>> measures) {
        return figures(measures, 1);
    }

    /** Measures of all classes together. */
    public List<Figure> ofAll(List<Function<Confusion, Figure>> measures) {
        return figures(measures, 2.0 / Math.max(2, classes()));
    }

    private int classes() {
        return (int)
                IntStream.range(0, possible.length).filter(k -> possible[k]).count();
    }

    private List<Figure> figures(List<Function<Confusion, Figure>> measures, double mass) {
        var sampled = new Sampled(drawn);
        sampled.assume(prior(mass));
        var found = new double[measures.size()][draws];
        IntStream.range(0, (draws + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            var random = ReplicateDraws.stream(seed, block);
            for (int i = block * BLOCK; i < Math.min(draws, (block + 1) * BLOCK); i++) {
                var table = sampled.draw(random, drawn.units());
                for (int m = 0; m < found.length; m++) {
                    found[m][i] = measures.get(m).apply(table).number().orElse(Double.NaN);
                }
            }
        });
        var table = Confusion.of(drawn);
        return IntStream.range(0, found.length)
                .mapToObj(m -> limited(measures.get(m), measures.get(m).apply(table), found[m]))
                .toList();
    }

    /** By predicted class, abstentions last, and class of gold. */
    private double[][] prior(double mass) {
        int others = classes();
        var prior = new double[possible.length + 1][possible.length];
        for (int j = 0; j < prior.length; j++) {
            boolean own = j < possible.length && possible[j];
            for (int k = 0; k < possible.length; k++) {
                double wrong = own ? mass / 2 / Math.max(1, others - 1) : mass / others;
                prior[j][k] = !possible[k] ? 0 : k == j ? mass / 2 : wrong;
            }
        }
        return prior;
    }

    /** Widened to the estimate, which may lie at the end of what is possible. */
    private Figure limited(Function<Confusion, Figure> measure, Figure figure, double[] found) {
        var defined =
                Arrays.stream(found).filter(x -> !Double.isNaN(x)).sorted().toArray();
        if (figure.number().isEmpty() || defined.length < found.length / 2) {
            return figure;
        }
        double value = figure.number().getAsDouble();
        return figure.within(
                error(measure, defined),
                new Interval(
                        Math.min(value, quantile(defined, 0.025)), Math.max(value, quantile(defined, 0.975)), METHOD));
    }

    /** That of the design by linearisation where it has one (R's survey), else the spread of the draws. */
    private double error(Function<Confusion, Figure> measure, double... defined) {
        if (drawn.weighted()
                && new Metric(drawn, measure).taylor(drawn.design()) instanceof Figure.Estimate linear
                && linear.se().isPresent()) {
            return linear.se().getAsDouble();
        }
        return Math.sqrt(Moments.variance(defined, defined.length));
    }

    private static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }
}
