package codeframe.statistics.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A published data set: its codes, and its categories in order (numbers as numbers, sets as JSON). */
record Dataset(String name, Codes codes, List<JsonNode> categories) {
    static Dataset of(String name) {
        var node = StatsData.json("agreement-datasets.json").get(name);
        return of(name, node.has("units_x_coders") ? list(node.get("units_x_coders")) : fromTable(node));
    }

    private static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    private static List<JsonNode> fromTable(JsonNode node) {
        var table = node.get("contingency_rows_coder1_cols_coder2");
        var values = node.get("values");
        List<JsonNode> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            for (int j = 0; j < table.size(); j++) {
                var row =
                        JsonNodeFactory.instance.arrayNode().add(values.get(i)).add(values.get(j));
                IntStream.range(0, table.get(i).get(j).asInt()).forEach(copy -> rows.add(row));
            }
        }
        return rows;
    }

    private static Dataset of(String name, List<JsonNode> rows) {
        int coders = rows.get(0).size();
        var categories = rows.stream()
                .flatMap(row -> list(row).stream())
                .filter(code -> !code.isNull())
                .distinct()
                .sorted(Comparator.<JsonNode>comparingDouble(JsonNode::asDouble).thenComparing(JsonNode::toString))
                .toList();
        var cells = new short[rows.size() * coders];
        for (int cell = 0; cell < cells.length; cell++) {
            var code = rows.get(cell / coders).get(cell % coders);
            int category = categories.indexOf(code);
            cells[cell] = code.isNull() ? Codes.MISSING : (short) category;
        }
        return new Dataset(name, new Codes(rows.size(), coders, categories.size(), cells), categories);
    }

    double[] values() {
        return categories.stream().mapToDouble(JsonNode::asDouble).toArray();
    }

    List<Set<String>> sets() {
        return categories.stream()
                .map(set -> {
                    Set<String> labels = new HashSet<>();
                    set.forEach(label -> labels.add(label.asText()));
                    return labels;
                })
                .toList();
    }

    Alpha alpha(MeasurementLevel level) {
        return Alpha.of(codes, level, values());
    }

    int category(String text) {
        return categories.stream().map(JsonNode::asText).toList().indexOf(text);
    }

    Weights weights(String named) {
        if (named.contains("linear")) {
            return Weights.linear(values());
        } else if (named.contains("quadratic")) {
            return Weights.quadratic(values());
        } else if (named.contains("ratio")) {
            return Weights.ratio(values());
        }
        return named.contains("ordinal") ? Weights.ordinal(categories.size()) : Weights.identity(categories.size());
    }
}
