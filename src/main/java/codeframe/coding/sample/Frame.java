package codeframe.coding.sample;

import codeframe.codebook.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The units a sample is drawn from, in the order of the ids of their images, so that a seed always means the same. Of posts
 * and videos it is the lead that is counted and drawn.
 *
 * @param opposite images left out because their post is in a sample of the opposite purpose
 * @param hidden images left out because choosing by a code would tell it
 * @param shown images left out because an earlier sample has them or their post: its coders know them
 * @param leadless posts of the project that only show pictures of earlier posts, so that they are no units of their own
 */
public record Frame(Unit unit, List<Candidate> units, int opposite, int hidden, int shown, long leadless) {
    /**
     * An image and the stratum it falls into; {@code shown} when an earlier sample has it or its post, {@code always} when
     * a filter by what was left open lets it through whatever was said of it.
     */
    public record Candidate(long image, String stratum, boolean shown, boolean always) {}

    public Frame {
        units = units.stream()
                .sorted(Comparator.comparingLong(Candidate::image))
                .toList();
    }

    public int size() {
        return units.size();
    }

    /** Images that are drawn from although coders know them or their post. */
    public long known() {
        return units.stream().filter(Candidate::shown).count();
    }

    /** Images among them because they are sealed or still being coded. */
    public long always() {
        return units.stream().filter(Candidate::always).count();
    }

    /** Why there is nothing to draw from. */
    String nothing() {
        return shown == 0
                ? "There is no " + unit.one() + " to draw from. Choose others, or import some."
                : "There is no " + unit.one()
                        + " to draw from that coders of an earlier sample were not shown. Import more, choose"
                        + " others, or let " + unit.many() + " that coders know be drawn like any other.";
    }

    /** How many images each stratum has, by its name. */
    TreeMap<String, Integer> sizes() {
        var sizes = new TreeMap<String, Integer>();
        units.forEach(unit -> sizes.merge(unit.stratum(), 1, Integer::sum));
        return sizes;
    }
}
