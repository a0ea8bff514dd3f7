package codeframe.feature.transcript;

import codeframe.image.Spoken;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said in a video.
 *
 * @param text all of it, empty where nothing is said
 * @param segments its parts in order of time; none where the file tells no times
 * @param skipped parts of the file whose time could not be read
 */
public record Transcript(String text, List<Spoken> segments, int skipped) {
    /** Where no times are known. */
    public static Transcript of(String text) {
        return new Transcript(text.replace("\0", "").strip(), List.of(), 0);
    }

    static Transcript of(List<Spoken> segments, int skipped) {
        var spoken = segments.stream()
                .filter(segment -> !segment.text().isBlank())
                .map(segment -> new Spoken(
                        Math.max(0, segment.from()),
                        Math.max(segment.from(), segment.to()),
                        segment.text().replace("\0", "").strip()))
                .sorted(Comparator.comparingLong(Spoken::from))
                .toList();
        return new Transcript(spoken.stream().map(Spoken::text).collect(Collectors.joining("\n")), spoken, skipped);
    }
}
