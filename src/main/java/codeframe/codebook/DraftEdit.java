package codeframe.codebook;

import codeframe.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** The edits of a draft, as functions from the codebook that is there to the one that will be. */
final class DraftEdit {
    private DraftEdit() {}

    /** What a form hands back to prove which state of a variable it was made from. */
    static String fingerprint(Object part) {
        var text = CodebookJson.tree(part).toString();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** @throws Problem.Conflict when somebody else changed the variable since the form was made */
    static Codebook save(Codebook codebook, VariableForm form, FixedKeys fixed) {
        int position = position(codebook, form.was());
        var current = codebook.variables().get(position);
        var typed = form.keyed(codebook, fixed);
        if (!typed.equals(current) && !fingerprint(current).equals(form.seen())) {
            throw new Problem.Conflict("Somebody else changed \"" + current.label()
                    + "\" since you opened it, so this was not saved. Your text is still here: copy what you need,"
                    + " then load the page again.");
        }
        return renamed(codebook.with(position, typed), form.was(), typed.key());
    }

    /** Conditions on a variable follow it to its new key. */
    private static Codebook renamed(Codebook codebook, String was, String now) {
        return codebook.withVariables(codebook.variables().stream()
                .map(variable -> variable.showIf().variable().equals(was)
                        ? variable.withShowIf(new ShowIf(now, variable.showIf().values()))
                        : variable)
                .toList());
    }

    static Codebook add(Codebook codebook) {
        var key = Keys.unique("variable", codebook.keys());
        return codebook.inserted(codebook.variables().size(), Variable.choice(key, "", List.of()));
    }

    static Codebook duplicate(Codebook codebook, String key) {
        int position = position(codebook, key);
        var original = codebook.variables().get(position);
        var label = original.label() + " (copy)";
        var copy = original.withLabel(label).withKey(Keys.unique(Keys.of(label, "variable"), codebook.keys()));
        return codebook.inserted(position + 1, copy);
    }

    static Codebook move(Codebook codebook, String key, int to) {
        int from = position(codebook, key);
        return codebook.without(from).inserted(to, codebook.variables().get(from));
    }

    static Codebook remove(Codebook codebook, String key) {
        return codebook.without(position(codebook, key));
    }

    static Codebook restore(Codebook codebook, Removed removed) {
        return removed.isCategory() ? restoreCategory(codebook, removed) : restoreVariable(codebook, removed);
    }

    private static Codebook restoreVariable(Codebook codebook, Removed removed) {
        var variable = removed.asVariable();
        return codebook.inserted(removed.position(), variable.withKey(Keys.unique(variable.key(), codebook.keys())));
    }

    private static Codebook restoreCategory(Codebook codebook, Removed removed) {
        int position = codebook.position(removed.variable());
        if (position < 0) {
            throw new Problem.Conflict("The variable of this category is no longer in the draft; put that back first.");
        }
        var variable = codebook.variables().get(position);
        var category = removed.asCategory();
        var categories = new ArrayList<>(variable.categories());
        var key = Keys.unique(category.key(), variable.values());
        categories.add(Math.min(removed.position(), categories.size()), category.withKey(key));
        return codebook.with(position, variable.withCategories(categories));
    }

    /** The variables of another codebook behind those that are there, with keys and conditions that still fit. */
    static Codebook append(Codebook codebook, Codebook imported) {
        var taken = new ArrayList<>(codebook.keys());
        var keys = new HashMap<String, String>();
        for (var key : imported.keys()) {
            keys.put(key, Keys.unique(key, taken));
            taken.add(keys.get(key));
        }
        var whole = new ArrayList<>(codebook.variables());
        for (var variable : imported.variables()) {
            var condition = variable.showIf();
            var asked = keys.getOrDefault(condition.variable(), condition.variable());
            whole.add(variable.withKey(keys.get(variable.key())).withShowIf(new ShowIf(asked, condition.values())));
        }
        return codebook.withVariables(whole);
    }

    static int position(Codebook codebook, String key) {
        int position = codebook.position(key);
        if (position < 0) {
            throw new Problem.NotFound("variable");
        }
        return position;
    }
}
