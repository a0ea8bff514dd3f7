package codeframe.report.study;

import codeframe.codebook.Unit;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which samples the reports of a project rest on: what an owner chose, or what is proposed from facts. It does not know
 * who reads. Where a unit has no sample of its own here, all that is closed of it counts together.
 *
 * @param units what is asked about
 */
public record Basis(List<StudySamples.Drawn> samples, Rest reliability, Rest gold, Set<Unit> units) {
    /**
     * @param choice who chose; absent where all is proposed
     * @param proposals by their numbers, why those are there that nobody chose
     */
    public record Rest(List<StudySamples.Drawn> samples, Optional<Choice> choice, Map<Long, String> proposals) {
        public boolean has(StudySamples.Drawn sample) {
            return samples.stream().anyMatch(one -> one.id() == sample.id());
        }

        public boolean chosen(StudySamples.Drawn sample) {
            return has(sample) && !proposals.containsKey(sample.id());
        }

        Rest of(Collection<Unit> units) {
            return new Rest(
                    samples.stream()
                            .filter(sample -> units.contains(sample.unit()))
                            .toList(),
                    choice,
                    proposals);
        }

        /** A sentence of each reason that samples are there for. */
        private List<String> words(String report) {
            Map<String, List<StudySamples.Drawn>> byReason = new LinkedHashMap<>();
            samples.forEach(sample -> byReason.computeIfAbsent(why(sample), reason -> new ArrayList<>())
                    .add(sample));
            return byReason.entrySet().stream()
                    .map(one -> report + " rests on " + named(one.getValue()) + " (" + one.getKey() + ").")
                    .toList();
        }

        private String why(StudySamples.Drawn sample) {
            return choice.filter(one -> chosen(sample))
                    .map(one -> "chosen by " + one.by() + " on " + NumberText.moment(one.at()))
                    .orElseGet(() -> proposals.get(sample.id()));
        }
    }

    /** Who chose, and when. */
    public record Choice(String by, Instant at) {}

    /** For variables that are asked of these: what was drawn of something else has no answer to them. */
    public Basis of(Collection<Unit> units) {
        return new Basis(samples, reliability.of(units), gold.of(units), Set.copyOf(units));
    }

    /** @param asked the number of a sample, 0 for what the project's reports rest on, or {@link Scope#TOGETHER} */
    public Counted agreement(long asked) {
        return counted(asked, reliability, "Agreement");
    }

    /** Shares of the whole corpus are told beside it, so what is not closed is left out there whatever was asked. */
    public Counted validation(long asked) {
        var counted = counted(asked, gold, "Validation");
        return asked > 0 ? new Counted(counted.samples(), counted.words(), leftOut(samples)) : counted;
    }

    /** What does not ask for gold or people: all that is closed, or one sample. */
    public Counted images(long asked) {
        return asked > 0 ? one(asked) : new Counted(List.of(), List.of(), leftOut(samples));
    }

    private Counted counted(long asked, Rest rest, String report) {
        if (asked > 0) {
            return one(asked);
        }
        if (asked == Scope.TOGETHER || rest.samples().isEmpty()) {
            return new Counted(List.of(), together(units, "All"), leftOut(samples));
        }
        var words = new ArrayList<>(rest.words(report));
        units.stream()
                .filter(unit -> rest.samples().stream().noneMatch(sample -> sample.unit() == unit))
                .sorted()
                .forEach(unit -> words.addAll(together(Set.of(unit), "Of the unit \"" + unit.one() + "\" all")));
        var others = samples.stream().filter(sample -> !rest.has(sample)).toList();
        return new Counted(rest.samples(), words, leftOut(others));
    }

    private Counted one(long asked) {
        return new Counted(List.of(closed(asked)), List.of(), List.of());
    }

    /** @throws Problem.Invalid where the sample is open or sealed: it gives nobody a number */
    StudySamples.Drawn closed(long asked) {
        var sample = samples.stream()
                .filter(drawn -> drawn.id() == asked)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("sample"));
        if (sample.sealed()) {
            throw new Problem.Invalid("This test sample is sealed: no report rests on it before it is opened, once, on"
                    + " its own page.");
        }
        if (!sample.counts()) {
            throw new Problem.Invalid("The sample \"" + sample.name() + "\" is still open, and reports count what is"
                    + " closed. Choose another sample, or close its coding on its page.");
        }
        return sample;
    }

    /** Nothing is pooled in silence. */
    private List<String> together(Set<Unit> units, String all) {
        var closed = samples.stream()
                .filter(sample -> sample.counts() && units.contains(sample.unit()))
                .toList();
        return closed.isEmpty()
                ? List.of()
                : List.of(
                        all + " that is closed counts together: " + named(closed) + ", and codes outside of samples.");
    }

    private static String named(List<StudySamples.Drawn> samples) {
        return (samples.size() == 1 ? "the sample " : "the samples ")
                + samples.stream()
                        .map(sample -> "\"" + sample.name() + "\" (" + sample.purpose() + ")")
                        .collect(Collectors.joining(", "));
    }

    /** In the same way for everybody who reads. */
    private static List<String> leftOut(List<StudySamples.Drawn> others) {
        var words = new ArrayList<String>();
        for (var sample : others) {
            if (!sample.counts()) {
                words.add("Left out: " + sample.unit().count(sample.size()) + " of \"" + sample.name()
                        + "\", which is still " + (sample.sealed() ? "sealed." : "open."));
            }
        }
        return words;
    }

    /** Closed samples that a report does not rest on: they are not pooled with the ones it does. */
    public List<StudySamples.Drawn> others(Rest rest) {
        return rest.samples().isEmpty()
                ? List.of()
                : samples.stream()
                        .filter(sample -> sample.counts() && !rest.has(sample))
                        .toList();
    }

    /** What a report may rest on. */
    public List<StudySamples.Drawn> possible() {
        return samples.stream().filter(StudySamples.Drawn::estimates).toList();
    }

    /** What the methods section says of it. */
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        var agreement = agreement(0);
        sentences.addAll(agreement.words());
        validation(0).words().stream().filter(word -> !sentences.contains(word)).forEach(sentences::add);
        agreement.leftOut().forEach(sentences::add);
        validation(0).leftOut().stream()
                .filter(word -> !sentences.contains(word))
                .forEach(sentences::add);
        return sentences;
    }
}
