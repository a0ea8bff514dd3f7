package codeframe.report.regression;

import codeframe.report.study.StudySamples;
import codeframe.report.validation.GoldSample;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * How likely every image was to have gold: drawn with a known probability, and settled as often as its stratum was. Where
 * not all that was drawn is settled, the settled ones stand for the others of their stratum (Särndal, Swensson and Wretman
 * 1992, section 15.6.2, response homogeneity groups).
 */
final class Chances {
    private final Map<Long, StudySamples.Sampled> drawn;
    private final Map<String, Integer> drawnOf = new HashMap<>();
    private final Map<String, Integer> settledOf = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    Chances(GoldSample goldSample, List<Long> units, LongPredicate settled) {
        this.drawn = goldSample.drawn();
        int open = 0;
        for (long image : units) {
            var unit = drawn.get(image);
            if (unit != null) {
                drawnOf.merge(unit.stratum(), 1, Integer::sum);
                settledOf.merge(unit.stratum(), settled.test(image) ? 1 : 0, Integer::sum);
                open += settled.test(image) ? 0 : 1;
            }
        }
        if (open > 0) {
            words.add(NumberText.count(
                            open, "image that was drawn and counts has", "images that were drawn and count have")
                    + " no gold; those of the same stratum that have gold stand for them.");
        }
        goldSample
                .sample()
                .filter(sample -> sample.frameSize() < units.size())
                .ifPresent(sample -> words.add("The sample was drawn from " + NumberText.count(sample.frameSize())
                        + " images, and more are found now: the corrected coefficients hold as far as the others are like"
                        + " them."));
    }

    /** Why no probability is known, or empty. */
    String unknown() {
        if (drawn.isEmpty()) {
            return "the gold is not that of one drawn sample, so nobody knows how likely an image was to be in it";
        }
        return settledOf.containsValue(0) ? "in one stratum of the sample no image has gold" : "";
    }

    double of(long image) {
        var unit = drawn.get(image);
        return unit.probability() * settledOf.get(unit.stratum()) / drawnOf.get(unit.stratum());
    }

    String stratum(long image) {
        var unit = drawn.get(image);
        return unit == null ? "" : unit.stratum();
    }

    List<String> words() {
        return words;
    }
}
