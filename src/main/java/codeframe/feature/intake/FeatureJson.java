package codeframe.feature.intake;

import codeframe.db.Json;
import codeframe.table.Table;
import codeframe.table.Unreadable;
import codeframe.web.MemoryShare;
import codeframe.web.NumberText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as rows: a list of items, one item a line (as 4CAT writes it), or one object that has the images' names as keys.
 * What lies deeper has a column called {@code outer.inner}.
 */
final class FeatureJson {
    private static final String IMAGE = "image";
    private static final int TREE = 20;
    private static final int DEEPEST = 4;
    private static final long MOST_CELLS = 20_000_000;

    private final List<Map<String, String>> items = new ArrayList<>();
    private final RowMemory memory = new RowMemory();

    private FeatureJson() {}

    static FeatureFile read(byte[] bytes) throws IOException, Unreadable {
        MemoryShare.check("The file", bytes.length, TREE);
        var json = new FeatureJson();
        json.measure(bytes);
        try (MappingIterator<JsonNode> roots =
                Json.MAPPER.readerFor(JsonNode.class).readValues(bytes)) {
            var all = new ArrayList<JsonNode>();
            while (roots.hasNextValue()) {
                all.add(roots.nextValue());
            }
            json.take(all);
        } catch (JsonProcessingException broken) {
            throw unreadable(broken);
        }
        return json.file();
    }

    private static Unreadable unreadable(JsonProcessingException broken) {
        var at = broken.getLocation();
        return new Unreadable("The file begins like JSON and is none"
                + (at == null ? "" : ": look at line " + at.getLineNr() + ", column " + at.getColumnNr()) + ".");
    }

    /** Counts the nodes before there is a tree of them: a few signs of JSON may be a large one. */
    private void measure(byte[] bytes) throws IOException, Unreadable {
        try (var tokens = Json.MAPPER.getFactory().createParser(bytes)) {
            for (var token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                memory.node(token.isScalarValue() || token == JsonToken.FIELD_NAME ? tokens.getTextLength() : 0);
            }
        } catch (JsonProcessingException broken) {
            throw unreadable(broken);
        }
    }

    private void take(List<JsonNode> roots) throws Unreadable {
        if (roots.size() == 1 && roots.get(0).isObject()) {
            takeOne(roots.get(0));
        } else {
            for (var root : roots) {
                if (root.isArray()) {
                    takeAll(root);
                } else {
                    add(root);
                }
            }
        }
    }

    /** Google's own answers come in the order of the request, and name no image: a list by place is never guessed. */
    private void takeOne(JsonNode root) throws Unreadable {
        if (root.has("responses") && root.size() == 1) {
            throw new Unreadable(
                    "These are Google's answers without the names of their images. Write one object per image"
                            + " with its file name, such as {\"file_name\": \"1.jpg\", \"labelAnnotations\": […]}.");
        }
        var values = new ArrayList<JsonNode>();
        root.forEach(values::add);
        if (root.size() == 1 && values.get(0).isArray()) {
            takeAll(values.get(0));
        } else if (ColumnUse.IMAGE.find(names(root)) >= 0) {
            add(root);
        } else {
            for (var field : root.properties()) {
                var item = new LinkedHashMap<String, String>();
                item.put(IMAGE, field.getKey());
                flatten("", field.getValue(), item, 0);
                add(item);
            }
        }
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void takeAll(JsonNode list) throws Unreadable {
        for (var item : list) {
            add(item);
        }
    }

    private void add(JsonNode node) throws Unreadable {
        if (!node.isObject()) {
            throw new Unreadable("Item " + (items.size() + 1)
                    + " of the file is no object with the image's name and what is known about it.");
        }
        var item = new LinkedHashMap<String, String>();
        flatten("", node, item, 0);
        add(item);
    }

    private void add(Map<String, String> item) throws Unreadable {
        if (items.size() == Table.MOST_ROWS) {
            throw new Unreadable("The file has more than " + NumberText.count(Table.MOST_ROWS)
                    + " items. Send the others in files of their own.");
        }
        memory.row(item.values());
        items.add(item);
    }

    private static void flatten(String name, JsonNode node, Map<String, String> item, int depth) {
        if (node.isObject() && depth < DEEPEST) {
            node.properties()
                    .forEach(field -> flatten(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                            field.getValue(),
                            item,
                            depth + 1));
        } else {
            item.put(name.isEmpty() ? "value" : name, text(node));
        }
    }

    /** PostgreSQL keeps no zero characters in text. */
    private static String text(JsonNode node) {
        var text = node.isContainerNode() ? node.toString() : node.isNull() ? "" : node.asText();
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private FeatureFile file() throws Unreadable {
        var columns = new LinkedHashMap<String, Integer>();
        items.forEach(item -> item.keySet().forEach(name -> columns.putIfAbsent(name, columns.size())));
        if (items.isEmpty() || columns.isEmpty()) {
            throw new Unreadable("The file is JSON and holds no item.");
        } else if ((double) items.size() * columns.size() > MOST_CELLS) {
            throw new Unreadable("The items of the file have %s different fields; that is no table of features."
                    .formatted(NumberText.count(columns.size())));
        }
        var rows = new ArrayList<FeatureFile.FileRow>();
        for (var item : items) {
            var cells = columns.keySet().stream()
                    .map(name -> item.getOrDefault(name, ""))
                    .toList();
            memory.references(cells.size());
            rows.add(new FeatureFile.FileRow(rows.size() + 1L, cells, true));
        }
        return new FeatureFile(List.copyOf(columns.keySet()), rows, List.of());
    }
}
