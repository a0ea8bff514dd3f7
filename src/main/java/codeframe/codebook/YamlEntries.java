package codeframe.codebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One mapping of the file while it is read: keys asked for are ticked off, and what is left over is a mistake. */
final class YamlEntries {
    private final String what;
    private final Mistakes mistakes;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> unread = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    /** {@code what} names the mapping in sentences: "a variable". */
    YamlEntries(Node node, String what, Mistakes mistakes) {
        this.what = what;
        this.mistakes = mistakes;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> take(entry.getKeyNode(), entry.getValueNode()));
        } else {
            mistakes.add(node, "", "Here " + what + " is expected, written as \"key: value\" lines.");
        }
    }

    private void take(Node keyNode, Node value) {
        var key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (values.putIfAbsent(key, value) == null) {
            unread.put(key, keyNode);
        } else {
            mistakes.add(keyNode, key, "\"" + key + "\" stands twice in " + what + "; keep one of them.");
        }
    }

    String text(String key) {
        return value(key).map(node -> scalar(node, key)).orElse("");
    }

    boolean flag(String key) {
        var text = text(key);
        if (!List.of("", "true", "false", "yes", "no").contains(text)) {
            mistakes.add(values.get(key), key, "\"" + key + "\" must be true or false, not \"" + text + "\".");
        }
        return text.equals("true") || text.equals("yes");
    }

    /** One of the words that the enum writes itself as. */
    <E extends Enum<E>> Optional<E> choice(String key, E[] all, Function<E, String> word) {
        var text = text(key);
        for (E one : all) {
            if (word.apply(one).equals(text)) {
                return Optional.of(one);
            }
        }
        if (!text.isEmpty()) {
            var words = String.join(", ", List.of(all).stream().map(word).toList());
            mistakes.add(values.get(key), key, "\"" + text + "\" is no " + key + "; write one of " + words + ".");
        }
        return Optional.empty();
    }

    List<String> texts(String key) {
        return nodes(key).stream().map(node -> scalar(node, key)).toList();
    }

    List<Node> nodes(String key) {
        return value(key).map(node -> items(node, key)).orElse(List.of());
    }

    Optional<YamlEntries> entries(String key, String named) {
        return value(key).map(node -> new YamlEntries(node, named, mistakes));
    }

    /** Says which keys nobody asked for. */
    void done() {
        unread.forEach((key, node) -> mistakes.add(
                node,
                key,
                "\"" + key + "\" is not a key of " + what + ". Its keys are " + String.join(", ", known) + "."));
    }

    private Optional<Node> value(String key) {
        known.add(key);
        unread.remove(key);
        return Optional.ofNullable(values.get(key))
                .filter(node -> !node.getTag().equals(Tag.NULL));
    }

    private List<Node> items(Node node, String key) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        mistakes.add(node, key, "\"" + key + "\" must be a list: one entry per line, each after a dash.");
        return List.of();
    }

    private String scalar(Node node, String key) {
        if (!(node instanceof ScalarNode scalar)) {
            mistakes.add(node, key, "\"" + key + "\" must be text here. Text with a colon needs quotes around it.");
            return "";
        }
        var text = node.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
        if (!PlainText.storable(text)) {
            mistakes.add(node, key, "\"" + key + "\" holds an invisible control character; delete it.");
        }
        return text;
    }
}
