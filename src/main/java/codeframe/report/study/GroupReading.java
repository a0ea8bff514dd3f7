package codeframe.report.study;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads which categories are taken together, as "image_type.poster,flyer:print;animals.cat,dog". Categories are named by
 * key or by the label that pages show. Without a variable the group is of every variable that has all of its categories.
 */
final class GroupReading {
    private static final int MOST_NAMED = 60;
    private static final int LONGEST_NAME = 100;

    private final List<Variable> shown;
    private final List<Variable> known;

    /**
     * @param shown the variables that the report is of
     * @param known all that a group may name, also as earlier versions of the codebook had them
     */
    GroupReading(List<Variable> shown, List<Variable> known) {
        this.shown = shown;
        this.known = known;
    }

    List<CategoryGroup> read(String text) {
        var groups = new ArrayList<CategoryGroup>();
        for (var part : text.split(";")) {
            if (!part.isBlank()) {
                groups.addAll(group(part.strip()));
            }
        }
        check(groups);
        return groups;
    }

    private List<CategoryGroup> group(String part) {
        var halves = part.split(":", 2);
        var called = halves.length == 2 ? halves[1].strip() : "";
        int dot = halves[0].indexOf('.');
        var variable = dot < 0 ? Optional.<Variable>empty() : named(halves[0].substring(0, dot));
        var names = Arrays.stream(
                        halves[0].substring(variable.isPresent() ? dot + 1 : 0).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        var of = variable.map(List::of)
                .orElseGet(() -> shown.stream()
                        .filter(one ->
                                names.stream().allMatch(name -> key(one, name).isPresent()))
                        .toList());
        if (of.isEmpty() || variable.isPresent()) {
            checkKnown(names, variable.map(List::of).orElse(shown));
        }
        if (of.isEmpty()) {
            throw new Problem.Invalid("No variable here has all of " + String.join(", ", names)
                    + "; only categories of one variable are taken together.");
        }
        return of.stream().map(one -> group(one, names, called)).toList();
    }

    private Optional<Variable> named(String key) {
        return known.stream()
                .filter(variable -> variable.key().equals(key.strip()))
                .findFirst();
    }

    private CategoryGroup group(Variable variable, List<String> names, String called) {
        var keys = new ArrayList<String>();
        names.forEach(name -> keys.add(key(variable, name).orElseThrow()));
        var target = key(variable, called);
        target.filter(key -> !keys.contains(key)).ifPresent(keys::add);
        var different = keys.stream().distinct().toList();
        if (different.size() < 2) {
            throw new Problem.Invalid("It takes two categories or more to take them together"
                    + (names.isEmpty() ? "." : "; of " + variable.label() + " only " + names.get(0) + " is named."));
        }
        if (called.length() > LONGEST_NAME) {
            throw new Problem.Invalid("The name of a group of categories has at most " + LONGEST_NAME + " characters.");
        }
        return new CategoryGroup(variable, different, target.orElse(called));
    }

    /** By key, else by a label that only one category has. */
    private Optional<String> key(Variable variable, String name) {
        if (variable.type() == VariableType.NUMBER || variable.type() == VariableType.TEXT || name.isEmpty()) {
            return Optional.empty();
        }
        if (values(variable).contains(name)) {
            return Optional.of(name);
        }
        var called = values(variable).stream()
                .filter(key -> variable.labelOf(key).equalsIgnoreCase(name))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    static List<String> values(Variable variable) {
        var values = new ArrayList<>(variable.values());
        if (variable.type() == VariableType.MULTI) {
            values.add(Variable.NONE);
        }
        return values;
    }

    private void checkKnown(List<String> names, List<Variable> variables) {
        for (var name : names) {
            if (variables.stream().allMatch(variable -> key(variable, name).isEmpty())) {
                throw new Problem.Invalid("\"" + name + "\" is no category "
                        + (variables.size() == 1 ? "of " + variables.get(0).label() : "of a variable here")
                        + ". Categories are " + list(variables) + ".");
            }
        }
    }

    /** Keys, with labels where those are other words. */
    private static String list(List<Variable> variables) {
        var all = variables.stream()
                .flatMap(variable -> values(variable).stream()
                        .map(key -> (variables.size() == 1 ? "" : variable.key() + ".")
                                + key
                                + (variable.labelOf(key).equals(key) ? "" : " (" + variable.labelOf(key) + ")")))
                .toList();
        var some = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return all.isEmpty()
                ? "none: its answers are not chosen from a list"
                : all.size() > MOST_NAMED ? some + " and " + (all.size() - MOST_NAMED) + " more" : some;
    }

    /** No category is in two groups, and no two groups of a variable are called alike. */
    private static void check(List<CategoryGroup> groups) {
        var taken = new HashSet<String>();
        for (var group : groups) {
            for (var key : group.keys()) {
                if (!taken.add(group.variable().key() + "." + key)) {
                    throw new Problem.Invalid(group.variable().labelOf(key) + " is in two groups; it can be in one.");
                }
            }
            if (!taken.add(group.variable().key() + ":" + group.name())) {
                throw new Problem.Invalid("Two groups of categories are called \"" + group.name() + "\".");
            }
        }
    }
}
