package codeframe.report.published;

import codeframe.statistics.agreement.Alpha;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.statistics.agreement.Weights;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** A published set of codes, with its source. */
record PublishedData(String source, Codes codes, double[] values, List<String> categories) {
    static PublishedData of(JsonNode node) {
        var rows = node.has("units_x_coders") ? list(node.get("units_x_coders")) : fromTable(node);
        int coders = rows.get(0).size();
        var categories = rows.stream()
                .flatMap(row -> list(row).stream())
                .filter(code -> !code.isNull())
                .distinct()
                .sorted(Comparator.<JsonNode>comparingDouble(JsonNode::asDouble).thenComparing(JsonNode::toString))
                .toList();
        var cells = new short[rows.size() * coders];
        for (int cell = 0; cell < cells.length; cell++) {
            int category = categories.indexOf(rows.get(cell / coders).get(cell % coders));
            cells[cell] = (short) category;
        }
        return new PublishedData(
                node.get("source").asText(),
                new Codes(rows.size(), coders, categories.size(), cells),
                categories.stream().mapToDouble(JsonNode::asDouble).toArray(),
                categories.stream().map(JsonNode::asText).toList());
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
                for (int copy = 0; copy < table.get(i).get(j).asInt(); copy++) {
                    rows.add(JsonNodeFactory.instance
                            .arrayNode()
                            .add(values.get(i))
                            .add(values.get(j)));
                }
            }
        }
        return rows;
    }

    Alpha alpha(MeasurementLevel level) {
        return Alpha.of(codes, level, values);
    }

    Weights weights(String named) {
        if (named.contains("linear")) {
            return Weights.linear(values);
        } else if (named.contains("quadratic")) {
            return Weights.quadratic(values);
        } else if (named.contains("ratio")) {
            return Weights.ratio(values);
        }
        return named.contains("ordinal") ? Weights.ordinal(values.length) : Weights.identity(values.length);
    }
}
