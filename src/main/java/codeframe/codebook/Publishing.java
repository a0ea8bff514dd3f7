package codeframe.codebook;

import java.util.List;
import java.util.Optional;

/** A draft on its way to becoming a version: its check list and how it differs from the version before. */
public record Publishing(
        Codebook codebook,
        int revision,
        Optional<Version> latest,
        List<Finding> findings,
        List<Change> changes,
        String note,
        String mistake) {

    /** A category of the version before that the draft no longer has, in a variable that is still there. */
    public record Gone(String variable, String category, String label, Variable now) {
        public String field() {
            return "becomes." + variable + "." + category;
        }
    }

    static Publishing of(Draft draft, Optional<Version> latest, String note, String mistake) {
        var codebook = draft.codebook();
        var changes = latest.map(version -> CodebookDiff.of(version.codebook(), codebook))
                .orElse(List.of());
        return new Publishing(codebook, draft.revision(), latest, CodebookChecks.all(codebook), changes, note, mistake);
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::error).toList();
    }

    public int number() {
        return latest.map(version -> version.number() + 1).orElse(1);
    }

    /** Nothing to publish: no draft was begun, or it says what the version says. */
    public boolean unchanged() {
        return revision == 0 || (latest.isPresent() && changes.isEmpty());
    }

    public List<Gone> gone() {
        return changes.stream()
                .filter(change -> change.kind() == Change.Kind.REMOVED_CATEGORY)
                .map(change -> gone(change.variable(), change.category()))
                .toList();
    }

    private Gone gone(String variable, String category) {
        var before = latest.orElseThrow().codebook().variable(variable).orElseThrow();
        return new Gone(
                variable,
                category,
                before.labelOf(category),
                codebook.variable(variable).orElseThrow());
    }

    /** The answer for a category that is gone, or empty ("code again") where it names none of the variable's own. */
    String allowed(Gone gone, String becomes) {
        return gone.now().values().contains(becomes) ? becomes : "";
    }
}
