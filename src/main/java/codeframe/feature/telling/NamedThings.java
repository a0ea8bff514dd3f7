package codeframe.feature.telling;

import codeframe.image.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Objects and labels in words: "3x Person, 1x Chair" by count and then by name, and labels as their source orders them. */
final class NamedThings {
    /** From such a share of their common area on, two boxes of names that are folded together are of one thing. */
    private static final double SAME_THING = 0.5;

    private final FeatureTerms terms;

    NamedThings(FeatureTerms terms) {
        this.terms = terms;
    }

    /** What counts as one name, as it was first written. */
    private record Name(String shown, List<Detection> counted) {}

    String counted(List<Detection> objects) {
        var sure = objects.stream()
                .filter(one -> one.confidence() == null || one.confidence() >= terms.threshold())
                .toList();
        return byName(sure).values().stream()
                .sorted(Comparator.comparing((Name name) -> -name.counted().size())
                        .thenComparing(name -> FeatureTerms.plain(name.shown()))
                        .thenComparing(Name::shown))
                .map(name -> name.counted().size() + "x " + name.shown())
                .collect(Collectors.joining(", "));
    }

    String listed(List<Detection> labels) {
        return byName(labels).values().stream().map(Name::shown).collect(Collectors.joining(", "));
    }

    private Map<String, Name> byName(List<Detection> things) {
        var names = new LinkedHashMap<String, Name>();
        for (var thing : things) {
            var shown = terms.folded(thing.name().strip());
            if (!shown.isBlank() && !terms.ignores(thing.name()) && !terms.ignores(shown)) {
                var name = names.computeIfAbsent(FeatureTerms.plain(shown), none -> new Name(shown, new ArrayList<>()));
                if (name.counted().stream().noneMatch(other -> isOneThing(thing, other))) {
                    name.counted().add(thing);
                }
            }
        }
        return names;
    }

    /** A service that tells of a man and of a person at the same place tells of one body. */
    private static boolean isOneThing(Detection thing, Detection other) {
        return !FeatureTerms.same(thing.name(), other.name())
                && !thing.corners().isEmpty()
                && !other.corners().isEmpty()
                && Box.of(thing).overlap(Box.of(other)) >= SAME_THING;
    }

    private record Box(double left, double top, double right, double bottom) {
        static Box of(Detection thing) {
            var x = thing.corners().stream().mapToDouble(Detection.Corner::x).summaryStatistics();
            var y = thing.corners().stream().mapToDouble(Detection.Corner::y).summaryStatistics();
            return new Box(x.getMin(), y.getMin(), x.getMax(), y.getMax());
        }

        private double area() {
            return Math.max(0, right - left) * Math.max(0, bottom - top);
        }

        /** Of both together, the share that both have in common (the Jaccard index); 0 for what has no area. */
        double overlap(Box other) {
            double common = new Box(
                            Math.max(left, other.left),
                            Math.max(top, other.top),
                            Math.min(right, other.right),
                            Math.min(bottom, other.bottom))
                    .area();
            double both = area() + other.area() - common;
            return both == 0 ? 0 : common / both;
        }
    }
}
