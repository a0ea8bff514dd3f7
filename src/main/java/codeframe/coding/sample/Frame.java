package codeframe.coding.sample;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The images a sample is drawn from, in the order of their ids, so that a seed always means the same.
 *
 * @param opposite images left out because their post is in a sample of the opposite purpose
 * @param hidden images left out because choosing by a code would tell it
 */
public record Frame(List<Unit> units, int opposite, int hidden) {
    /** An image and the stratum it falls into. */
    public record Unit(long image, String stratum) {}

    public Frame {
        units = units.stream().sorted(Comparator.comparingLong(Unit::image)).toList();
    }

    public int size() {
        return units.size();
    }

    /** How many images each stratum has, by its name. */
    TreeMap<String, Integer> sizes() {
        var sizes = new TreeMap<String, Integer>();
        units.forEach(unit -> sizes.merge(unit.stratum(), 1, Integer::sum));
        return sizes;
    }
}
