package codeframe.codebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Writes the codebook file in its documented form: blocks, with short lists and conditions on one line. */
final class YamlWriter {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setSplitLines(false)
            .setWidth(Integer.MAX_VALUE)
            .setUseUnicodeEncoding(true)
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .build();

    /** Text that every YAML reader, 1.1 ones such as R's included, takes for the same text without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}(][\\p{L}\\p{M}\\p{N} ,.;_/()&%+'’–-]*");

    private static final Set<String> NOT_PLAIN =
            Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf");
    private static final int ONE_LINE = 80;

    private YamlWriter() {}

    static String write(JsonNode document) {
        var events = new Serialize(SETTINGS).serializeOne(node("", document));
        return new Present(SETTINGS).emitToString(events.iterator());
    }

    private static Node node(String key, JsonNode value) {
        if (value.isObject()) {
            return mapping(value, key.equals("show_if") ? FlowStyle.FLOW : FlowStyle.BLOCK);
        } else if (value.isArray()) {
            return list(key, value);
        } else if (value.isBoolean()) {
            return new ScalarNode(Tag.BOOL, value.asText(), ScalarStyle.PLAIN);
        } else {
            return text(value.asText());
        }
    }

    private static Node mapping(JsonNode object, FlowStyle style) {
        var entries = new ArrayList<NodeTuple>();
        object.properties()
                .forEach(entry -> entries.add(new NodeTuple(
                        new ScalarNode(Tag.STR, entry.getKey(), ScalarStyle.PLAIN),
                        node(entry.getKey(), entry.getValue()))));
        return new MappingNode(Tag.MAP, entries, style);
    }

    private static Node list(String key, JsonNode array) {
        var items = new ArrayList<Node>();
        array.forEach(item -> items.add(node("", item)));
        return new SequenceNode(Tag.SEQ, items, oneLine(key, array) ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    /** Rules and condition values stay on the key's line while they are short; phrases never do. */
    private static boolean oneLine(String key, JsonNode array) {
        return array.isEmpty()
                || key.equals("is")
                || (List.of("include", "exclude").contains(key)
                        && array.toString().length() <= ONE_LINE);
    }

    private static Node text(String text) {
        if (text.contains("\n")) {
            return new ScalarNode(Tag.STR, text, text.contains("\t") ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.LITERAL);
        }
        var plain = PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text.toLowerCase(Locale.ROOT));
        return new ScalarNode(Tag.STR, text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }
}
