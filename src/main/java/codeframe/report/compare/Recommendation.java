package codeframe.report.compare;

import codeframe.web.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Which method to take, in words that say what that rests on. */
final class Recommendation {
    private static final double LEVEL = 0.05;
    private static final int FEW = 100;

    private Recommendation() {}

    /** Of those that no test tells apart from the best, the cheapest; who made the gold is not recommended. */
    static String of(List<Method> methods, List<PairTest> tests, long images) {
        var able = methods.stream().filter(method -> !method.madeGold()).toList();
        if (able.size() < 2) {
            return "Nothing is recommended: it takes two methods that had no part in the gold.";
        }
        var best = able.stream()
                .max(Comparator.comparingDouble(Recommendation::accuracy))
                .orElseThrow();
        var alike = able.stream()
                .filter(method -> !method.equals(best) && !apart(tests, best, method))
                .toList();
        var cheapest = alike.stream()
                .filter(method -> cost(method) < cost(best))
                .min(Comparator.comparingDouble(Recommendation::cost));
        var words = cheapest.map(method ->
                        "Take " + method.coder().name() + ": " + best.coder().name()
                                + " is right more often here, but the two are not told apart, and it costs less.")
                .orElse("Take " + best.coder().name() + ": it is right most often" + than(alike) + ".");
        return words + " This rests on " + NumberText.count(images, "image", "images") + " with gold"
                + (images < FEW ? ", which is few: not told apart does not mean alike." : ".");
    }

    private static String than(List<Method> alike) {
        if (alike.isEmpty()) {
            return ", and Holm's tests tell it apart from every other";
        }
        var names = alike.stream().map(method -> method.coder().name()).collect(Collectors.joining(", "));
        return ", though no test tells it apart from " + names + ", which " + (alike.size() == 1 ? "costs" : "cost")
                + " as much or more";
    }

    private static boolean apart(List<PairTest> tests, Method one, Method two) {
        return tests.stream()
                .filter(test -> isOf(test, one, two) || isOf(test, two, one))
                .anyMatch(test -> test.holm() < LEVEL);
    }

    private static boolean isOf(PairTest test, Method first, Method second) {
        return test.first().equals(first.coder().name())
                && test.second().equals(second.coder().name());
    }

    private static double accuracy(Method method) {
        return method.accuracy().number().orElse(0);
    }

    /** What people cost is not known here: more than any machine. */
    private static double cost(Method method) {
        return method.dollars().orElse(Double.MAX_VALUE);
    }
}
