package codeframe.lift;

import codeframe.codebook.Variable;
import codeframe.coding.AnswerValue;
import codeframe.coding.CodeState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes one answer of those of a unit's images. Images without an answer do not count; where none has one, the unit has
 * none either, for the reason that its images tell. What is tied is unsure.
 */
record Lifting(LiftRule rule, Variable variable) {
    /** Shares are sums of floating numbers: nearer than that they are tied. */
    private static final double SAME = 1e-9;

    /** @param images in their order; empty where nothing was said of any */
    Optional<LiftedAnswer> of(List<ImageSaid> images) {
        var judged = rule.method() == LiftMethod.LONGEST_SHOT ? longestShot(images) : images;
        if (rule.method() == LiftMethod.FIRST) {
            judged = images.subList(0, Math.min(1, images.size()));
        }
        if (judged.stream().allMatch(image -> image.state() == null)) {
            return Optional.empty();
        }
        var answered = judged.stream().filter(ImageSaid::answered).toList();
        if (answered.isEmpty()) {
            return Optional.of(LiftedAnswer.without(reason(judged)));
        }
        return Optional.of(
                switch (variable.type()) {
                    case MULTI -> several(answered);
                    case NUMBER -> number(answered);
                    default -> one(answered);
                });
    }

    private static CodeState reason(List<ImageSaid> images) {
        for (var state : List.of(CodeState.UNSURE, CodeState.NOT_CODABLE)) {
            if (images.stream().anyMatch(image -> image.state() == state)) {
                return state;
            }
        }
        return CodeState.NOT_APPLICABLE;
    }

    /** Of shots that are equally long the earliest. */
    private static List<ImageSaid> longestShot(List<ImageSaid> images) {
        var lengths = images.stream()
                .collect(Collectors.groupingBy(
                        ImageSaid::shot, LinkedHashMap::new, Collectors.summingDouble(ImageSaid::time)));
        int longest = 0;
        double length = -1;
        for (var shot : lengths.entrySet()) {
            if (shot.getValue() > length) {
                length = shot.getValue();
                longest = shot.getKey();
            }
        }
        int found = longest;
        return images.stream().filter(image -> image.shot() == found).toList();
    }

    private LiftedAnswer one(List<ImageSaid> answered) {
        return switch (rule.method()) {
            case ANY -> shown(answered) ? LiftedAnswer.of(rule.category(), null) : most(answered);
            case ALL -> all(answered);
            case MEAN_PROBABILITY -> likeliest(answered);
            case MEDIAN, LEAST, LARGEST -> ordered(answered);
            default -> most(answered);
        };
    }

    private LiftedAnswer all(List<ImageSaid> answered) {
        var others = answered.stream()
                .filter(image -> !image.values().contains(rule.category()))
                .toList();
        return others.isEmpty() ? LiftedAnswer.of(rule.category(), null) : most(others);
    }

    private boolean shown(List<ImageSaid> answered) {
        return answered.stream().anyMatch(image -> image.values().contains(rule.category()));
    }

    private LiftedAnswer most(List<ImageSaid> answered) {
        var weights = new LinkedHashMap<String, Double>();
        answered.forEach(image -> weights.merge(image.value(), weight(image), Double::sum));
        return highest(weights, total(answered));
    }

    private static LiftedAnswer highest(Map<String, Double> weights, double total) {
        double most =
                weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var leading = weights.entrySet().stream()
                .filter(entry -> entry.getValue() >= most - SAME * Math.max(1, total))
                .map(Map.Entry::getKey)
                .toList();
        return leading.size() == 1
                ? LiftedAnswer.of(leading.get(0), most / total)
                : new LiftedAnswer(CodeState.UNSURE, List.of(), most / total);
    }

    /** By the mean of each category's probability over the images that have one for every category. */
    private LiftedAnswer likeliest(List<ImageSaid> answered) {
        var scored =
                answered.stream().filter(image -> !image.scores().isEmpty()).toList();
        if (scored.isEmpty()) {
            return LiftedAnswer.without(CodeState.UNSURE);
        }
        var sums = new LinkedHashMap<String, Double>();
        scored.forEach(image ->
                image.scores().forEach((category, p) -> sums.merge(category, weight(image) * p, Double::sum)));
        return highest(sums, total(scored));
    }

    /** Each category is a question of its own; one that is tied leaves all unsure. */
    private LiftedAnswer several(List<ImageSaid> answered) {
        if (rule.method() == LiftMethod.FIRST) {
            return LiftedAnswer.of(List.copyOf(answered.get(0).values()));
        }
        double total = total(answered);
        var found = new ArrayList<String>();
        for (var category : variable.values()) {
            double with = total(answered.stream()
                    .filter(image -> image.values().contains(category))
                    .toList());
            var method =
                    rule.category().isEmpty() || rule.category().equals(category) ? rule.method() : LiftMethod.MAJORITY;
            if (method == LiftMethod.ANY ? with > 0 : method == LiftMethod.ALL && with >= total - SAME * total) {
                found.add(category);
            } else if (!method.takesCategory()) {
                if (Math.abs(2 * with - total) <= SAME * total) {
                    return LiftedAnswer.without(CodeState.UNSURE);
                } else if (2 * with > total) {
                    found.add(category);
                }
            }
        }
        return LiftedAnswer.of(found.isEmpty() ? List.of(Variable.NONE) : found);
    }

    /** The categories stand in their order; between two of them is none. */
    private LiftedAnswer ordered(List<ImageSaid> answered) {
        var places = answered.stream()
                .map(image -> variable.values().indexOf(image.value()))
                .filter(place -> place >= 0)
                .sorted()
                .toList();
        if (places.isEmpty()) {
            return LiftedAnswer.without(CodeState.UNSURE);
        }
        int low = places.get((places.size() - 1) / 2);
        int high = places.get(places.size() / 2);
        return switch (rule.method()) {
            case LEAST -> LiftedAnswer.of(variable.values().get(places.get(0)), null);
            case LARGEST -> LiftedAnswer.of(variable.values().get(places.get(places.size() - 1)), null);
            default ->
                low == high
                        ? LiftedAnswer.of(variable.values().get(low), null)
                        : LiftedAnswer.without(CodeState.UNSURE);
        };
    }

    private LiftedAnswer number(List<ImageSaid> answered) {
        if (rule.method() == LiftMethod.FIRST) {
            return LiftedAnswer.of(answered.get(0).value(), null);
        }
        var numbers = answered.stream()
                .map(image -> new BigDecimal(image.value()))
                .sorted()
                .toList();
        int n = numbers.size();
        var value = switch (rule.method()) {
            case LEAST -> numbers.get(0);
            case LARGEST -> numbers.get(n - 1);
            case MEDIAN -> numbers.get((n - 1) / 2).add(numbers.get(n / 2)).divide(BigDecimal.valueOf(2));
            default ->
                BigDecimal.valueOf(answered.stream()
                                .mapToDouble(image -> weight(image) * Double.parseDouble(image.value()))
                                .sum()
                        / total(answered));
        };
        return LiftedAnswer.of(
                AnswerValue.number(value.round(new MathContext(10)).toPlainString())
                        .orElseThrow(),
                null);
    }

    private double weight(ImageSaid image) {
        return rule.byTime() ? image.time() : 1;
    }

    private double total(List<ImageSaid> images) {
        return images.stream().mapToDouble(this::weight).sum();
    }
}
