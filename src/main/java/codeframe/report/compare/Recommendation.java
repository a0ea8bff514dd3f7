package codeframe.report.compare;

import codeframe.report.validation.GoldSample;
import codeframe.web.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which method to take, in words that say what that rests on. */
final class Recommendation {
    private static final double LEVEL = 0.05;
    private static final double ROUNDED = 1e-9;

    private Recommendation() {}

    /** Of those that no test tells apart from the best, the cheapest; who made the gold is not recommended. */
    static String of(List<Method> methods, List<PairTest> tests, long images) {
        var able = methods.stream().filter(method -> !method.madeGold()).toList();
        if (able.size() < 2) {
            return "Nothing is recommended: it takes two methods that had no part in the gold.";
        }
        var best = best(able);
        var alike = able.stream()
                .filter(method -> !method.equals(best) && !apart(tests, best, method))
                .toList();
        var words = alike.stream()
                .filter(method -> method.dollars().isPresent() && cost(method) < cost(best))
                .min(Comparator.comparingDouble(Recommendation::cost))
                .map(cheapest -> cheaper(cheapest, best))
                .orElse("Take " + name(best) + ": it is right " + than(best, alike) + ".");
        return words + " This rests on " + NumberText.count(images, "image", "images") + " with gold"
                + (images < GoldSample.FEW ? ", which is few: not told apart does not mean alike." : ".");
    }

    /** Of several that are right as often, the cheapest. */
    private static Method best(List<Method> able) {
        double most = able.stream().mapToDouble(Recommendation::accuracy).max().orElseThrow();
        return able.stream()
                .filter(method -> accuracy(method) > most - ROUNDED)
                .min(Comparator.comparingDouble(Recommendation::cost))
                .orElseThrow();
    }

    private static String cheaper(Method cheapest, Method best) {
        return best.dollars().isPresent()
                ? "Take " + name(cheapest) + ": " + name(best)
                        + " is right more often here, but the two are not told apart, and it costs less."
                : "Take " + name(cheapest) + ": no test tells it apart from " + name(best)
                        + ", which is right more often here, but whose cost is not known here.";
    }

    private static String than(Method best, List<Method> alike) {
        var even = names(alike, method -> accuracy(method) > accuracy(best) - ROUNDED);
        if (alike.isEmpty()) {
            return "most often, and Holm's tests tell it apart from every other";
        }
        return (even.isEmpty() ? "most often, though" : "as often as " + even + ", and")
                + " no test tells it apart from "
                + Stream.of(costlier(alike), unknown(alike))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", nor from "));
    }

    private static String costlier(List<Method> alike) {
        long known =
                alike.stream().filter(method -> method.dollars().isPresent()).count();
        return known == 0
                ? ""
                : names(alike, method -> method.dollars().isPresent()) + ", which " + (known == 1 ? "costs" : "cost")
                        + " as much or more";
    }

    private static String unknown(List<Method> alike) {
        var names = names(alike, method -> method.dollars().isEmpty());
        return names.isEmpty() ? "" : names + ", whose cost is not known here";
    }

    private static String names(List<Method> methods, Predicate<Method> meant) {
        return methods.stream().filter(meant).map(Recommendation::name).collect(Collectors.joining(", "));
    }

    /** By number, for two may have one name. */
    private static boolean apart(List<PairTest> tests, Method one, Method two) {
        return tests.stream()
                .filter(test -> isOf(test, one, two) || isOf(test, two, one))
                .anyMatch(test -> test.holm() < LEVEL);
    }

    private static boolean isOf(PairTest test, Method first, Method second) {
        return test.first().id() == first.coder().id()
                && test.second().id() == second.coder().id();
    }

    private static String name(Method method) {
        return method.coder().name();
    }

    private static double accuracy(Method method) {
        return method.accuracy().number().orElse(0);
    }

    /** What is not known comes after all that is. */
    private static double cost(Method method) {
        return method.dollars().orElse(Double.MAX_VALUE);
    }
}
