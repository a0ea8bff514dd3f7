package codeframe.report.study;

import java.util.List;
import java.util.Optional;

/**
 * The samples whose codes count in a report.
 *
 * @param samples none where all that is closed counts
 * @param words what the report rests on
 * @param leftOut what it leaves out, for everybody in the same way
 */
public record Counted(List<StudySamples.Drawn> samples, List<String> words, List<String> leftOut) {
    /** All that is closed, in silence: for what a machine said of the whole corpus. */
    public static final List<Long> ALL_CLOSED = List.of();

    public List<Long> ids() {
        return samples.stream().map(StudySamples.Drawn::id).toList();
    }

    /** The one sample that it is, if it is one. */
    public Optional<StudySamples.Drawn> only() {
        return samples.size() == 1 ? Optional.of(samples.get(0)) : Optional.empty();
    }
}
