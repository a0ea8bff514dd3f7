package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.study.AddressReading;
import codeframe.report.study.ReportedCoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which variable a report is of, and whose answers to it. */
public record Subject(Optional<Variable> variable, List<Long> coders) {
    /** As the address has it; what it leaves open stays open. */
    public static Subject asked(AddressReading address, List<Variable> possible) {
        return new Subject(address.variable("variable", possible), address.coders("coder"));
    }

    /**
     * With the newest runs, and the first variable that they coded, in place of what is left open.
     *
     * @param needed how many coders the report takes at least
     */
    public Subject filled(List<ReportedCoder> all, List<Variable> possible, int needed) {
        if (coders.isEmpty() && variable.isEmpty()) {
            var newest = withOthers(List.of(), all, coder -> true, needed).stream()
                    .map(ReportedCoder::id)
                    .toList();
            return newest.isEmpty() ? this : new Subject(variable, newest).filled(all, possible, needed);
        }
        var given = coders.stream()
                .flatMap(number -> all.stream().filter(coder -> coder.id() == number))
                .toList();
        var candidates = Stream.concat(variable.stream(), variable.isPresent() ? Stream.empty() : possible.stream())
                .toList();
        for (var candidate : candidates) {
            var chosen = withOthers(given, all, coder -> coder.codes(candidate.key()), needed);
            if (chosen.size() >= needed && chosen.stream().allMatch(coder -> coder.codes(candidate.key()))) {
                return new Subject(
                        Optional.of(candidate),
                        chosen.stream().map(ReportedCoder::id).toList());
            }
        }
        return this;
    }

    /** Runs first, the newest of them, in the order in which they were made; people where runs do not suffice. */
    private static List<ReportedCoder> withOthers(
            List<ReportedCoder> given, List<ReportedCoder> all, Predicate<ReportedCoder> fits, int needed) {
        var others = all.stream()
                .filter(coder -> !given.contains(coder) && !coder.isGold() && fits.test(coder))
                .filter(coder -> coder.isRun() || !given.isEmpty())
                .sorted(Comparator.comparing((ReportedCoder coder) -> !coder.isRun())
                        .thenComparing(
                                Comparator.comparingLong(ReportedCoder::id).reversed()))
                .limit(Math.max(0, needed - given.size()))
                .sorted(Comparator.comparingLong(ReportedCoder::id))
                .collect(Collectors.toCollection(ArrayList::new));
        var chosen = new ArrayList<>(given);
        chosen.addAll(others);
        return chosen;
    }
}
