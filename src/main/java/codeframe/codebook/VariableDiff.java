package codeframe.codebook;

import static codeframe.codebook.Change.Kind;
import static codeframe.codebook.CodebookDiff.moved;
import static codeframe.codebook.CodebookDiff.quoted;

import java.util.ArrayList;
import java.util.List;

/** What changed within one variable and its categories. */
final class VariableDiff {
    private final String key;
    private final List<Change> changes = new ArrayList<>();

    private VariableDiff(String key) {
        this.key = key;
    }

    static List<Change> of(Variable old, Variable now) {
        var diff = new VariableDiff(now.key());
        diff.variable(old, now);
        return diff.changes;
    }

    private void variable(Variable old, Variable now) {
        if (!old.label().equals(now.label())) {
            add(
                    Kind.RENAMED,
                    "",
                    "The variable " + quoted(old.label()) + " is now called " + quoted(now.label())
                            + "; every code stays.");
        }
        if (old.type() != now.type() || old.level() != now.level()) {
            add(
                    Kind.MEASURED_OTHERWISE,
                    "",
                    quoted(now.label()) + " was " + measured(old) + " and is now " + measured(now) + ".");
        }
        if (old.unit() != now.unit()) {
            add(
                    Kind.UNIT,
                    "",
                    quoted(now.label()) + " was asked of " + old.unit().many() + " and is now asked of "
                            + now.unit().many() + "; codes of " + old.unit().many() + " are no codes of "
                            + now.unit().many() + ".");
        }
        if (!old.instruction().equals(now.instruction())) {
            add(Kind.INSTRUCTED_OTHERWISE, "", "The instruction of " + quoted(now.label()) + " was rewritten.");
        }
        if (!old.showIf().equals(now.showIf())) {
            add(
                    Kind.ASKED_OTHERWISE,
                    "",
                    quoted(now.label()) + " is now asked " + condition(now) + ", before " + condition(old) + ".");
        }
        options(old, now);
        categories(old, now);
    }

    private void options(Variable old, Variable now) {
        if (old.required() != now.required()) {
            add(
                    Kind.OPTIONS,
                    "",
                    quoted(now.label()) + (now.required() ? " must now be answered." : " may now be left open."));
        }
        if (old.unsure() != now.unsure()) {
            add(
                    Kind.OPTIONS,
                    "",
                    quoted(now.label()) + (now.unsure() ? " now offers \"unsure\"." : " no longer offers \"unsure\"."));
        }
        if (!old.group().equals(now.group())) {
            add(
                    Kind.OPTIONS,
                    "",
                    quoted(now.label()) + " now belongs to "
                            + (now.group().isEmpty() ? "no group." : "the group " + quoted(now.group()) + "."));
        }
    }

    private void categories(Variable old, Variable now) {
        var of = " of " + quoted(now.label());
        for (var category : old.categories()) {
            if (now.category(category.key()).isEmpty()) {
                add(
                        Kind.REMOVED_CATEGORY,
                        category.key(),
                        "The category " + quoted(category.label()) + of
                                + " was removed; images with it need another code.");
            }
        }
        for (var category : now.categories()) {
            old.category(category.key())
                    .ifPresentOrElse(
                            was -> category(was, category, now),
                            () -> add(
                                    Kind.ADDED_CATEGORY,
                                    category.key(),
                                    "The category " + quoted(category.label()) + of
                                            + " is new; earlier codes could not choose it."));
        }
        moved(old.categories(), now.categories(), Category::key)
                .forEach(category -> add(
                        now.level() == Level.NOMINAL ? Kind.MOVED : Kind.MEASURED_OTHERWISE,
                        now.level() == Level.NOMINAL ? category.key() : "",
                        "The category " + quoted(category.label()) + of + " stands in another place."));
    }

    private void category(Category was, Category now, Variable variable) {
        var of = " of " + quoted(variable.label());
        if (!was.label().equals(now.label())) {
            add(
                    Kind.RENAMED,
                    now.key(),
                    "The category " + quoted(was.label()) + of + " is now called " + quoted(now.label())
                            + "; every code stays.");
        }
        if (!was.definition().equals(now.definition())) {
            add(Kind.DEFINED_OTHERWISE, now.key(), "The definition of " + quoted(now.label()) + of + " was rewritten.");
        }
        if (!was.include().equals(now.include()) || !was.exclude().equals(now.exclude())) {
            add(
                    Kind.DEFINED_OTHERWISE,
                    now.key(),
                    "The rules for what belongs to " + quoted(now.label()) + of + " changed.");
        }
        if (!was.phrases().equals(now.phrases())) {
            add(Kind.PHRASES, now.key(), phrases(was, now) + of + "; run CLIP again to use them.");
        }
    }

    private static String phrases(Category was, Category now) {
        long added =
                now.phrases().stream().filter(p -> !was.phrases().contains(p)).count();
        long removed =
                was.phrases().stream().filter(p -> !now.phrases().contains(p)).count();
        return added == 0 && removed == 0
                ? "The phrases were put in another order in " + quoted(now.label())
                : added + " added and " + removed + " removed among the phrases of " + quoted(now.label());
    }

    private static String measured(Variable variable) {
        return variable.type().word() + " (" + variable.level().word() + ")";
    }

    private static String condition(Variable variable) {
        return variable.showIf().always()
                ? "always"
                : "only if " + variable.showIf().variable() + " is "
                        + String.join(" or ", variable.showIf().values());
    }

    private void add(Kind kind, String category, String sentence) {
        changes.add(new Change(kind, key, category, sentence));
    }
}
