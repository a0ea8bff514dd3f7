package codeframe.coding.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many images each stratum gives: in proportion to its size, but at least the floor or all it has. Strata below the
 * floor are lifted to it and the others share the rest in proportion; remainders go to the largest fractions, then by
 * name.
 */
final class Allocation {
    private Allocation() {}

    /** @param size at least the floors of all strata together, at most the images there are */
    static List<Stratum> of(Map<String, Integer> sizes, int size, int floor) {
        var lifted = lifted(sizes, size, floor);
        int rest = size - lifted.values().stream().mapToInt(Integer::intValue).sum();
        var shares = new HashMap<>(lifted);
        shares.putAll(proportional(without(sizes, lifted), rest));
        return sizes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Stratum(one.getKey(), one.getValue(), shares.get(one.getKey())))
                .toList();
    }

    /** What the floors of all strata ask for. */
    static int least(Map<String, Integer> sizes, int floor) {
        return sizes.values().stream().mapToInt(n -> Math.min(n, floor)).sum();
    }

    /** Lifting one stratum leaves less for the others, which may then need lifting too. */
    private static Map<String, Integer> lifted(Map<String, Integer> sizes, int size, int floor) {
        var lifted = new HashMap<String, Integer>();
        boolean again = true;
        while (again) {
            var free = without(sizes, lifted);
            double share = (double) (size - sum(lifted)) / Math.max(1, sum(free));
            var low = free.entrySet().stream()
                    .filter(one -> one.getValue() * share < Math.min(one.getValue(), floor))
                    .toList();
            low.forEach(one -> lifted.put(one.getKey(), Math.min(one.getValue(), floor)));
            again = !low.isEmpty();
        }
        return lifted;
    }

    private static Map<String, Integer> proportional(Map<String, Integer> sizes, int rest) {
        var shares = new HashMap<String, Integer>();
        var fractions = new ArrayList<Map.Entry<String, Double>>();
        double all = Math.max(1, sum(sizes));
        sizes.forEach((name, n) -> {
            double exact = n * (rest / all);
            shares.put(name, (int) Math.floor(exact));
            fractions.add(Map.entry(name, exact - Math.floor(exact)));
        });
        fractions.sort(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        int over = rest - sum(shares);
        fractions.stream().limit(over).forEach(one -> shares.merge(one.getKey(), 1, Integer::sum));
        return shares;
    }

    private static Map<String, Integer> without(Map<String, Integer> sizes, Map<String, Integer> those) {
        var rest = new HashMap<>(sizes);
        rest.keySet().removeAll(those.keySet());
        return rest;
    }

    private static int sum(Map<String, Integer> numbers) {
        return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }
}
