package codeframe.codebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The reference notebooks' {@code classification_dict}, category to phrases, as one single-choice variable: pasted
 * from Python, as JSON, as a YAML mapping, or as a bare YAML list of categories.
 */
final class ClassificationDict {
    /** The notebooks' name for the column that it fills. */
    private static final String LABEL = "Classification";

    private static final Pattern ASSIGNED = Pattern.compile("\\A(?:\\s|#[^\n]*\n)*[A-Za-z_]\\w*\\s*=\\s*\\{");

    private ClassificationDict() {}

    static boolean isPython(String text) {
        return ASSIGNED.matcher(text).find() || (PythonDict.begins(text) && PythonDict.isOne(text));
    }

    static Reading read(String python) {
        try {
            return reading(categories(PythonDict.read(python)), new Mistakes());
        } catch (PythonDict.Unreadable wrong) {
            return new Reading.Refused(List.of(wrong.mistake()));
        }
    }

    /** A list at the root, or a mapping in which everything is a list of plain phrases. */
    static boolean isDict(Node root) {
        if (root instanceof MappingNode mapping) {
            return !mapping.getValue().isEmpty()
                    && mapping.getValue().stream().allMatch(entry -> phrases(entry.getValueNode()));
        }
        return root instanceof SequenceNode;
    }

    private static boolean phrases(Node node) {
        return node instanceof SequenceNode list
                && list.getValue().stream().allMatch(item -> item.getNodeType() == NodeType.SCALAR);
    }

    static Reading read(Node root, Mistakes mistakes) {
        if (root instanceof SequenceNode list) {
            return reading(new CodebookReader(mistakes).categories(list.getValue()), mistakes);
        }
        var entries = new YamlEntries(root, "the list of categories", mistakes);
        var phrases = new LinkedHashMap<String, List<String>>();
        for (NodeTuple entry : ((MappingNode) root).getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode label) {
                phrases.put(label.getValue(), entries.texts(label.getValue()));
            }
        }
        return reading(categories(phrases), mistakes);
    }

    private static List<Category> categories(Map<String, List<String>> phrases) {
        var categories = new ArrayList<Category>();
        Set<String> taken = new TreeSet<>();
        phrases.forEach((label, texts) -> {
            var key = Keys.unique(Keys.of(label, "category"), taken);
            taken.add(key);
            categories.add(new Category(key, label, "", List.of(), List.of(), texts));
        });
        return categories;
    }

    private static Reading reading(List<Category> categories, Mistakes mistakes) {
        var variable = Variable.choice(Keys.of(LABEL, "variable"), LABEL, categories);
        var codebook = new Codebook(LABEL, "", "en", List.of(variable));
        CodebookChecks.errors(codebook).forEach(finding -> mistakes.add(1, finding.field(), finding.sentence()));
        return mistakes.count() == 0 ? new Reading.Read(codebook) : new Reading.Refused(mistakes.inOrder());
    }
}
