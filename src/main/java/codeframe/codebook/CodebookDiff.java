package codeframe.codebook;

import static codeframe.codebook.Change.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** What changed from one version of a codebook to another, told by key: a renamed label is the same category. */
public final class CodebookDiff {
    private final List<Change> changes = new ArrayList<>();

    private CodebookDiff() {}

    public static List<Change> of(Codebook before, Codebook after) {
        var diff = new CodebookDiff();
        diff.about(before, after);
        diff.variables(before, after);
        return List.copyOf(diff.changes);
    }

    /** The changes after which earlier codes should be looked at again: merge, split, definition; never a label. */
    public static List<Change> codeAgain(Codebook before, Codebook after) {
        return of(before, after).stream()
                .filter(change -> change.kind().touchesCodes())
                .toList();
    }

    private void about(Codebook before, Codebook after) {
        if (!before.name().equals(after.name())) {
            add(Kind.ABOUT, "", "", "The codebook is now called \"" + after.name() + "\".");
        }
        if (!before.objective().equals(after.objective())) {
            add(Kind.ABOUT, "", "", "The objective was rewritten.");
        }
        if (!before.language().equals(after.language())) {
            add(Kind.ABOUT, "", "", "The language is now \"" + after.language() + "\".");
        }
    }

    private void variables(Codebook before, Codebook after) {
        for (var old : before.variables()) {
            if (after.variable(old.key()).isEmpty()) {
                add(
                        Kind.REMOVED_VARIABLE,
                        old.key(),
                        "",
                        "The variable " + quoted(old.label())
                                + " was removed; its codes stay with the earlier version.");
            }
        }
        for (var now : after.variables()) {
            before.variable(now.key())
                    .ifPresentOrElse(
                            old -> changes.addAll(VariableDiff.of(old, now)),
                            () -> add(
                                    Kind.ADDED_VARIABLE,
                                    now.key(),
                                    "",
                                    "The variable " + quoted(now.label()) + " is new."));
        }
        moved(before.variables(), after.variables(), Variable::key)
                .forEach(now -> add(
                        Kind.MOVED,
                        now.key(),
                        "",
                        "The variable " + quoted(now.label()) + " stands in another place."));
    }

    /** Those that left the longest run of things still in their old order: the fewest moves that explain the change. */
    static <T> List<T> moved(List<T> before, List<T> after, Function<T, String> key) {
        var old = before.stream().map(key).toList();
        var kept = after.stream().filter(t -> old.contains(key.apply(t))).toList();
        var places = kept.stream().map(t -> old.indexOf(key.apply(t))).toList();
        var settled = new HashSet<>(LongestRun.of(places));
        return kept.stream()
                .filter(t -> !settled.contains(old.indexOf(key.apply(t))))
                .toList();
    }

    static String quoted(String label) {
        return "\"" + label + "\"";
    }

    private void add(Kind kind, String variable, String category, String sentence) {
        changes.add(new Change(kind, variable, category, sentence));
    }
}
