package codeframe.feature;

import codeframe.image.FeatureKind;
import java.util.List;

/**
 * How one feature of a source ended, in images.
 *
 * @param neverAsked images of the project about which the source says nothing of this kind
 */
public record FeatureTally(
        long sourceId, String kind, long done, long empty, long refused, long error, long unreadable, long neverAsked) {
    public String label() {
        return FeatureKind.ofWord(kind).orElseThrow().label();
    }

    public static List<FeatureTally> of(long source, List<FeatureTally> all) {
        return all.stream().filter(tally -> tally.sourceId == source).toList();
    }

    public long failed() {
        return refused + error + unreadable;
    }
}
