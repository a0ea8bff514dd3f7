package codeframe.coding.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Draws without replacement: the first places of a Fisher–Yates shuffle of each stratum, its images in the order of their
 * ids, by the JDK's SplittableRandom (SplitMix64; Steele, Lea and Flood 2014). The same seed over the same frame draws
 * the same images.
 */
final class RandomDraw {
    // An odd constant that keeps the coders' seeds far apart: the golden ratio's, as SplitMix64 steps.
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private RandomDraw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A drawn image; {@code overlap} where all of an image's coders code it. */
    record Drawn(long image, String stratum, double probability, boolean overlap) {}

    /** @param overlapping how many of the drawn images several people code */
    static List<Drawn> draw(Frame frame, List<Stratum> strata, int overlapping, long seed) {
        return new RandomDraw(seed).draw(frame, strata, overlapping);
    }

    /** Every coder's own order, which does not change when others join. */
    static List<Long> order(List<Long> images, long seed, long coder) {
        var sorted = new ArrayList<>(images);
        sorted.sort(Comparator.naturalOrder());
        return new RandomDraw(seed + coder * GOLDEN).pick(sorted, sorted.size());
    }

    private List<Drawn> draw(Frame frame, List<Stratum> strata, int overlapping) {
        Map<String, List<Long>> images = new LinkedHashMap<>();
        frame.units()
                .forEach(unit -> images.computeIfAbsent(unit.stratum(), none -> new ArrayList<>())
                        .add(unit.image()));
        var drawn = new ArrayList<Drawn>();
        for (var stratum : strata) {
            for (long image : pick(images.get(stratum.name()), stratum.drawn())) {
                drawn.add(new Drawn(image, stratum.name(), stratum.probability(), false));
            }
        }
        drawn.sort(Comparator.comparingLong(Drawn::image));
        Set<Long> several = new HashSet<>(pick(drawn.stream().map(Drawn::image).toList(), overlapping));
        return drawn.stream()
                .map(one -> new Drawn(one.image(), one.stratum(), one.probability(), several.contains(one.image())))
                .toList();
    }

    private List<Long> pick(List<Long> from, int n) {
        var places = new ArrayList<>(from);
        for (int place = 0; place < n; place++) {
            int other = random.nextInt(place, places.size());
            long there = places.get(other);
            places.set(other, places.get(place));
            places.set(place, there);
        }
        return places.subList(0, n);
    }
}
