package codeframe.statistics.agreement;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Two coders, by their column. */
public record CoderPair(int a, int b) {
    public static List<CoderPair> all(int coders) {
        return IntStream.range(0, coders)
                .boxed()
                .flatMap(a -> IntStream.range(a + 1, coders).mapToObj(b -> new CoderPair(a, b)))
                .toList();
    }

    /** What the two agree on: n is the number of units that both coded. */
    public record Agreement(CoderPair pair, long n, Figure percent, Figure alpha, Figure kappa) {}

    /** At the level of the variable: its α, and the plain agreement and κ of its categories. */
    public Agreement agreement(Codes codes, Function<Codes, Alpha> alpha) {
        var two = codes.of(a, b);
        var identity = Weights.identity(codes.categories());
        return new Agreement(
                this,
                two.pairable().units(),
                ChanceCorrected.percent(two, identity).figure(),
                alpha.apply(two).figure(),
                new CohenKappa(two, 0, 1, identity).figure());
    }

    /** Holsti's CR: the mean over pairs of coders of their percent agreement (Holsti 1969, p. 140). */
    public static Figure holsti(List<Agreement> pairs) {
        var shares = pairs.stream()
                .flatMap(pair -> pair.percent().number().stream().boxed())
                .toList();
        return Figure.ratio(
                shares.stream().mapToDouble(Double::doubleValue).sum(),
                shares.size(),
                "no unit was coded by two coders");
    }
}
