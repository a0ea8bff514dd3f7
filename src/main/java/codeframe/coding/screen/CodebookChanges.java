package codeframe.coding.screen;

import codeframe.codebook.Change;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookDiff;
import codeframe.codebook.Codebooks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A codebook that changes while a sample is coded: what is new to a coder, and which images they should look at again. */
public final class CodebookChanges {
    private final Visits visits;
    private final Codebooks codebooks;

    public CodebookChanges(Visits visits, Codebooks codebooks) {
        this.visits = visits;
        this.codebooks = codebooks;
    }

    /** A version that the coder has not read yet. */
    public record Newer(int now, List<Change> changes, int again) {}

    /** An image of the coder's own whose codes a change touches, with the sentences that say why. */
    public record Again(long image, List<String> reasons) {}

    public Optional<Newer> unread(CoderAssignment assignment) {
        visits.begin(assignment.sample(), assignment.coder(), assignment.version());
        var visit = visits.visit(assignment.sample(), assignment.coder()).orElseThrow();
        if (visit.version() == assignment.version()) {
            return Optional.empty();
        }
        var changes = CodebookDiff.of(codebook(assignment, visit.version()), assignment.codebook());
        return Optional.of(
                new Newer(assignment.number(), changes, again(assignment).size()));
    }

    public void read(CoderAssignment assignment) {
        visits.read(assignment.sample(), assignment.coder(), assignment.version());
    }

    /** What changed since the coder's last visit, for the guide. */
    public List<Change> sinceLastVisit(CoderAssignment assignment) {
        return visits.visit(assignment.sample(), assignment.coder())
                .map(visit -> visit.version() == assignment.version() ? visit.earlier() : Long.valueOf(visit.version()))
                .map(version -> CodebookDiff.of(codebook(assignment, version), assignment.codebook()))
                .orElse(List.of());
    }

    public List<Visits.Example> examples(CoderAssignment assignment) {
        return visits.examples(assignment.project(), assignment.sample());
    }

    /** After a merge, a split or another definition; a new label touches nothing. */
    public List<Again> again(CoderAssignment assignment) {
        Map<Long, List<Change>> changes = new HashMap<>();
        Map<Long, List<String>> reasons = new LinkedHashMap<>();
        for (var code : visits.older(assignment.sample(), assignment.coder(), assignment.version())) {
            changes
                    .computeIfAbsent(
                            code.version(),
                            version -> CodebookDiff.codeAgain(codebook(assignment, version), assignment.codebook()))
                    .stream()
                    .filter(change -> touches(change, code))
                    .map(Change::sentence)
                    .forEach(sentence -> add(reasons.computeIfAbsent(code.image(), i -> new ArrayList<>()), sentence));
        }
        return reasons.entrySet().stream()
                .map(image -> new Again(image.getKey(), image.getValue()))
                .toList();
    }

    private static void add(List<String> reasons, String sentence) {
        if (!reasons.contains(sentence)) {
            reasons.add(sentence);
        }
    }

    private static boolean touches(Change change, Visits.Older code) {
        if (!change.variable().equals(code.variable())) {
            return false;
        }
        return change.category().isEmpty()
                ? change.kind() == Change.Kind.ASKED_OTHERWISE || !code.state().equals("not_applicable")
                : change.category().equals(code.value());
    }

    private Codebook codebook(CoderAssignment assignment, long version) {
        return assignment.asked(codebooks
                .versionById(assignment.project(), version)
                .orElseThrow()
                .codebook());
    }
}
