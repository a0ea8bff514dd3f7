package codeframe.llm.answer;

import codeframe.codebook.Variable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings the keys of an answer back to the variables. A key is the variable's own, its label, or either after the name
 * of its group, nested in an object or joined as in {@code Environment_Location}; always as a whole and never as a part
 * of a longer word. A name that two variables share names neither.
 */
final class AnswerKeys {
    private static final Set<String> AROUND_ALL = Set.of(
            "answer", "answers", "annotation", "annotations", "codes", "coding", "result", "results", "response");

    private static final Set<String> AROUND_ONE = Set.of("answer", "code", "value", "label", "category");

    private final List<Variable> variables;
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();

    AnswerKeys(List<Variable> variables) {
        this.variables = variables;
        variables.forEach(variable -> exact.put(variable.key(), variable.key()));
        var shared = new HashSet<String>();
        for (var variable : variables) {
            names(variable).forEach(name -> {
                var other = folded.putIfAbsent(name, variable.key());
                if (other != null && !other.equals(variable.key())) {
                    shared.add(name);
                }
            });
        }
        folded.keySet().removeAll(shared);
        variables.forEach(variable -> folded.put(Folding.of(variable.key()), variable.key()));
    }

    private static Set<String> names(Variable variable) {
        var group = Folding.of(variable.group());
        return Set.copyOf(List.of(
                Folding.of(variable.key()),
                Folding.of(variable.label()),
                group + Folding.of(variable.key()),
                group + Folding.of(variable.label())));
    }

    /** Whether a key names a variable all by itself. */
    boolean names(String key) {
        return exact.containsKey(key) || folded.containsKey(Folding.of(key));
    }

    /**
     * The values by variable, what nobody asked for, and every string of the answer.
     *
     * @param places of the values by variable: the how manieth value of the object each is
     */
    record Found(
            ObjectNode object,
            Map<String, JsonNode> values,
            List<String> mistakes,
            List<String> strings,
            Map<String, Integer> places,
            AtomicInteger counted) {}

    /** Of several objects of which none answers everything the last counts that answers anything. */
    Found best(List<ObjectNode> objects) {
        var last = in(objects.get(objects.size() - 1));
        for (int i = objects.size() - 2; i >= 0 && last.values().isEmpty(); i--) {
            var earlier = in(objects.get(i));
            last = earlier.values().isEmpty() ? last : earlier;
        }
        return last;
    }

    private Found in(ObjectNode answer) {
        var found = new Found(
                answer,
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new AtomicInteger());
        collect(answer, List.of(), found);
        return found;
    }

    private void collect(ObjectNode object, List<String> path, Found found) {
        object.properties().forEach(entry -> {
            var deeper = new ArrayList<>(path);
            deeper.add(entry.getKey());
            if (entry.getValue() instanceof ObjectNode nested) {
                collect(nested, deeper, found);
            } else {
                keep(deeper, entry.getValue(), found);
            }
        });
    }

    private void keep(List<String> path, JsonNode value, Found found) {
        int place = found.counted().getAndIncrement();
        if (value.isTextual()) {
            found.strings().add(value.textValue());
        }
        var key = variable(path);
        if (key.isEmpty()) {
            found.mistakes().add("“" + String.join(".", path) + "” was not asked for and is left aside.");
            return;
        }
        var before = found.values().putIfAbsent(key.get(), value);
        found.places().putIfAbsent(key.get(), place);
        if (before != null && !before.equals(value)) {
            found.mistakes().add("“" + key.get() + "” is answered twice and differently.");
            found.values().put(key.get(), MissingNode.getInstance());
        }
    }

    /** Empty when no variable is meant. */
    private Optional<String> variable(List<String> path) {
        var names = unwrapped(path);
        if (names.size() == 1) {
            return Optional.ofNullable(exact.get(names.get(0)))
                    .or(() -> Optional.ofNullable(folded.get(Folding.of(names.get(0)))));
        } else if (names.size() == 2) {
            return inGroup(Folding.of(names.get(0)), names.get(1));
        }
        return Optional.empty();
    }

    private Optional<String> inGroup(String group, String name) {
        return variables.stream()
                .filter(variable ->
                        !group.isEmpty() && Folding.of(variable.group()).equals(group))
                .filter(variable ->
                        variable.key().equals(name) || names(variable).contains(Folding.of(name)))
                .map(Variable::key)
                .findFirst();
    }

    /** Without what only wraps the answer: {"result": {…}} around all, {"value": …} around one. */
    private static List<String> unwrapped(List<String> path) {
        int first = 0;
        int end = path.size();
        while (first < end - 1 && AROUND_ALL.contains(Folding.of(path.get(first)))) {
            first++;
        }
        if (end - first > 1 && AROUND_ONE.contains(Folding.of(path.get(end - 1)))) {
            end--;
        }
        return path.subList(first, end);
    }
}
