package codeframe.feature;

import codeframe.image.FeatureKind;
import java.util.List;

/**
 * How one feature of a source ended, in images.
 *
 * @param empty looked at or listened to, and nothing found
 * @param silent of videos: the sound track holds no sound; {@code noAudio}: there is none
 * @param neverAsked images of the project about which the source says nothing of this kind
 */
public record FeatureTally(
        long sourceId,
        String kind,
        long done,
        long empty,
        long silent,
        long noAudio,
        long refused,
        long error,
        long unreadable,
        long neverAsked) {
    public String label() {
        return FeatureKind.ofWord(kind).orElseThrow().label();
    }

    public static List<FeatureTally> of(long source, List<FeatureTally> all) {
        return all.stream().filter(tally -> tally.sourceId == source).toList();
    }

    /** Nothing found, for whatever reason. */
    public long nothing() {
        return empty + silent + noAudio;
    }

    public long failed() {
        return refused + error + unreadable;
    }
}
