package codeframe.feature.telling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run tells a language model of each image, as the run's parameters keep it.
 *
 * @param read in the order in which it is told
 * @param threshold objects of less confidence are left out; one without a confidence stays
 * @param ignored names of objects and labels that are left out
 * @param folded names by others that are counted as them, such as Person by Man
 */
public record FeatureTerms(
        List<FeatureReading> read, double threshold, List<String> ignored, Map<String, String> folded) {
    public static final double USUAL_THRESHOLD = 0.5;

    public FeatureTerms {
        read = List.copyOf(read);
        ignored = ignored == null ? List.of() : List.copyOf(ignored);
        folded = folded == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(folded));
    }

    /** Under which key each is told: by what it is, and by its source too where several are of a kind. */
    public Map<FeatureReading, String> keys() {
        var keys = new LinkedHashMap<FeatureReading, String>();
        for (var one : read) {
            boolean alone = read.stream()
                            .filter(other -> other.kind().equals(one.kind()))
                            .count()
                    == 1;
            keys.put(one, alone ? one.label() : one.label() + " (" + one.title() + ")");
        }
        return keys;
    }

    /** How many characters are told of an image at most. */
    public long mostCharacters() {
        return read.stream().mapToLong(FeatureReading::limit).sum();
    }

    boolean ignores(String name) {
        return ignored.stream().anyMatch(one -> same(one, name));
    }

    /** What a name counts as. */
    String folded(String name) {
        return folded.entrySet().stream()
                .filter(entry -> same(entry.getKey(), name))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(name);
    }

    static boolean same(String name, String other) {
        return plain(name).equals(plain(other));
    }

    /** By which names are told apart. */
    public static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
