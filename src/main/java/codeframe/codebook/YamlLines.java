package codeframe.codebook;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the line of a file on which something that a check complains about was written. */
record YamlLines(Node root, Codebook codebook) {

    int of(Finding finding) {
        var variable = item(root, "variables", codebook.position(finding.variable()));
        var category = variable.flatMap(node -> item(
                node,
                "categories",
                codebook.variable(finding.variable()).orElseThrow().values().indexOf(finding.category())));
        var thing = category.or(() -> variable).orElse(root);
        return YamlTree.line(value(thing, finding.field()).orElse(thing).getStartMark());
    }

    private static Optional<Node> item(Node mapping, String key, int position) {
        return value(mapping, key)
                .map(node -> node instanceof SequenceNode list ? list.getValue() : List.<Node>of())
                .filter(list -> position >= 0 && position < list.size())
                .map(list -> list.get(position));
    }

    private static Optional<Node> value(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(entry -> entry.getValueNode())
                        .findFirst()
                : Optional.empty();
    }
}
