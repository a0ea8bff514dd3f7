package codeframe.feature.telling;

import codeframe.image.FeatureKind;

/**
 * One feature that a language model is told of every image, by the version of its source.
 *
 * @param source its number
 * @param kind word of a {@link FeatureKind}
 * @param limit how many characters of it are told at most
 */
public record FeatureReading(long source, String name, int version, String kind, int limit) {
    public static final int USUAL_LIMIT = 2000;
    public static final int LEAST = 20;
    public static final int MOST = 20_000;

    public String title() {
        return name + " v" + version;
    }

    FeatureKind what() {
        return FeatureKind.ofWord(kind).orElseThrow();
    }

    public String label() {
        return what().label();
    }
}
