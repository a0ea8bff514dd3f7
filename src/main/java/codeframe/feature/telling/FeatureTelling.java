package codeframe.feature.telling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the features of images as a run's terms say. */
public final class FeatureTelling {
    private final ToldRows rows;

    public FeatureTelling(ToldRows rows) {
        this.rows = rows;
    }

    public ToldFeatures of(long project, long image, FeatureTerms terms) {
        return of(project, List.of(image), terms).get(image);
    }

    /** By image, of each one. */
    public Map<Long, ToldFeatures> of(long project, List<Long> images, FeatureTerms terms) {
        int longest =
                terms.read().stream().mapToInt(FeatureReading::limit).max().orElse(0);
        // Whether a character goes on beyond the limit is seen by the next one.
        var told = rows.told(project, images, sources(terms), longest + 1).stream()
                .collect(Collectors.groupingBy(ToldRows.Told::image));
        return images.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), image -> ToldFeatures.of(terms, told.getOrDefault(image, List.of()))));
    }

    /** Why nothing can be told now, as a sentence. */
    public Optional<String> objection(long project, FeatureTerms terms) {
        var ready = rows.ready(project, sources(terms));
        return terms.read().stream()
                .filter(one -> !ready.contains(one.source()))
                .findFirst()
                .map(one -> "The features of " + one.title()
                        + " were removed, or are being read just now. A run tells only what stays as it is.");
    }

    private static List<Long> sources(FeatureTerms terms) {
        return terms.read().stream().map(FeatureReading::source).distinct().toList();
    }
}
