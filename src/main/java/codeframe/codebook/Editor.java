package codeframe.codebook;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the editor shows: the draft, the variable that is open in it (none: what the codebook is about), its check list,
 * and what was removed. {@code base} is the address of the project's codebook.
 */
public record Editor(
        String base,
        Codebook codebook,
        Draft draft,
        String selected,
        List<Finding> findings,
        FixedKeys fixed,
        List<Removed> removed) {

    static Editor of(String base, Draft draft, String selected, FixedKeys fixed, List<Removed> removed) {
        var codebook = draft.codebook();
        return new Editor(
                base,
                codebook,
                draft,
                selected,
                Beginnings.advised(codebook, CodebookChecks.all(codebook)),
                fixed,
                removed);
    }

    public boolean opens(Variable variable) {
        return variable.key().equals(selected);
    }

    public boolean about() {
        return codebook.variable(selected).isEmpty();
    }

    public Variable variable() {
        return codebook.variable(selected).orElseThrow();
    }

    /** What the open variable's form hands back to prove which state it was made from. */
    public String seen() {
        return DraftEdit.fingerprint(variable());
    }

    public Instant changedAt() {
        return draft.changedAt();
    }

    public long errors() {
        return findings.stream().filter(Finding::error).count();
    }

    public boolean wrong(Variable variable) {
        return findings.stream()
                .anyMatch(finding -> finding.error() && finding.variable().equals(variable.key()));
    }

    /** What is wrong with a field of a variable; empty when nothing is. */
    public String wrong(Variable variable, String field) {
        return sentences(variable.key(), "", field);
    }

    /** What is wrong with a category, whatever the field. */
    public String wrong(Variable variable, Category category) {
        return sentences(variable.key(), category.key(), "");
    }

    private String sentences(String variable, String category, String field) {
        return findings.stream()
                .filter(finding -> finding.error()
                        && finding.variable().equals(variable)
                        && finding.category().equals(category)
                        && (field.isEmpty() || finding.field().equals(field)))
                .map(Finding::sentence)
                .collect(Collectors.joining(" "));
    }

    /** Variables that stand above another and have answers to ask for. */
    public List<Variable> above(Variable variable) {
        int position = codebook.position(variable.key());
        return position <= 0 ? List.of() : codebook.variables().subList(0, position);
    }
}
