package codeframe.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Turns the nodes of a codebook file into the codebook, noting every mistake on the way. */
final class CodebookReader {
    private final Mistakes mistakes;
    private final Map<String, Set<String>> misread = new HashMap<>();

    CodebookReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Codebook codebook(Node root) {
        var entries = new YamlEntries(root, "a codebook", mistakes);
        var read = new Codebook(
                entries.text("codebook"),
                entries.text("objective"),
                entries.text("language"),
                variables(entries.nodes("variables")));
        entries.done();
        return read;
    }

    /** Whether the field could not be read, or hangs on one that could not: a second complaint would only confuse. */
    boolean misread(Finding finding) {
        var fields = misread.getOrDefault(finding.variable(), Set.of());
        return fields.contains("")
                || fields.contains(finding.field())
                || (fields.contains("type") && Set.of("level", "categories").contains(finding.field()));
    }

    private List<Variable> variables(List<Node> nodes) {
        var read = new ArrayList<Variable>();
        var fields = new ArrayList<Set<String>>();
        for (var node : nodes) {
            int before = mistakes.count();
            read.add(variable(node));
            fields.add(mistakes.keysAfter(before));
        }
        var keys = keys(read.stream().map(v -> new Named(v.key(), v.label())).toList(), nodes, "variable");
        for (int i = 0; i < keys.size(); i++) {
            read.set(i, read.get(i).withKey(keys.get(i)));
            misread.put(keys.get(i), fields.get(i));
        }
        return read;
    }

    private Variable variable(Node node) {
        var entries = new YamlEntries(node, "a variable", mistakes);
        var key = entries.text("key");
        var label = entries.text("label");
        var group = entries.text("group");
        var unit = entries.choice("unit", Unit.values(), Unit::word);
        var type = entries.choice("type", VariableType.values(), VariableType::word);
        var level = entries.choice("level", Level.values(), Level::word);
        var read = new Variable(
                key,
                named(label, key),
                group,
                type.orElse(VariableType.SINGLE),
                level.orElse(type.orElse(VariableType.SINGLE).usualLevel()),
                entries.flag("required"),
                entries.flag("unsure"),
                entries.text("instruction"),
                entries.entries("show_if", "show_if")
                        .map(CodebookReader::showIf)
                        .orElse(ShowIf.ALWAYS),
                categories(entries.nodes("categories")),
                unit.orElse(Unit.IMAGE));
        entries.done();
        return read;
    }

    private static ShowIf showIf(YamlEntries entries) {
        var read = new ShowIf(entries.text("variable"), entries.texts("is"));
        entries.done();
        return read;
    }

    List<Category> categories(List<Node> nodes) {
        var read = new ArrayList<>(nodes.stream().map(this::category).toList());
        var keys = keys(read.stream().map(c -> new Named(c.key(), c.label())).toList(), nodes, "category");
        for (int i = 0; i < keys.size(); i++) {
            read.set(i, read.get(i).withKey(keys.get(i)));
        }
        return read;
    }

    /** A category without more to say may be its bare label. */
    private Category category(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Category.of("", scalar.getValue());
        }
        var entries = new YamlEntries(node, "a category", mistakes);
        var key = entries.text("key");
        var read = new Category(
                key,
                named(entries.text("label"), key),
                entries.text("definition"),
                entries.texts("include"),
                entries.texts("exclude"),
                entries.texts("phrases"));
        entries.done();
        return read;
    }

    private static String named(String label, String key) {
        return label.isBlank() ? key : label;
    }

    private record Named(String key, String label) {}

    /** The keys as written; where one is absent, one from the label that nothing else has. */
    private List<String> keys(List<Named> things, List<Node> nodes, String word) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < things.size(); i++) {
            var key = things.get(i).key();
            if (!key.isEmpty() && !taken.add(key)) {
                mistakes.add(
                        nodes.get(i),
                        "key",
                        "The key \"" + key + "\" is used twice; every " + word + " needs its own.");
            }
        }
        var keys = new ArrayList<String>();
        for (var thing : things) {
            var key = thing.key().isEmpty() ? Keys.unique(Keys.of(thing.label(), word), taken) : thing.key();
            taken.add(key);
            keys.add(key);
        }
        return keys;
    }
}
