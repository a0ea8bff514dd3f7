package codeframe.coding.intake;

import codeframe.db.Json;
import codeframe.table.Row;
import codeframe.table.Table;
import codeframe.table.Unreadable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Label Studio's CSV: JSON-MIN as a table, where answers of several values stand in their cells as JSON. */
final class LabelStudioTable {
    private static final ObjectReader WHOLE =
            Json.MAPPER.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private LabelStudioTable() {}

    static CodesFile read(Table table, ImportChoices naming, ImportedAnswers reading) throws IOException, Unreadable {
        var file = new LabelStudioMin(naming, reading);
        file.begin(table.columns());
        while (table.hasNext()) {
            var row = table.next();
            if (row.fit() == Row.Fit.LONG) {
                file.refuse(row.number(), CodesCsv.TOO_LONG);
            } else if (!row.blank()) {
                file.add(row.number(), item(table.columns(), row));
            }
        }
        return file.file(table.remarks());
    }

    private static Map<String, JsonNode> item(List<String> columns, Row row) {
        var item = new LinkedHashMap<String, JsonNode>();
        for (int column = 0; column < columns.size(); column++) {
            item.put(columns.get(column), cell(row.cell(column)));
        }
        return item;
    }

    /** A text may begin like JSON, such as "[1] see below". */
    private static JsonNode cell(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return WHOLE.readTree(text);
            } catch (JsonProcessingException justText) {
                return JsonNodeFactory.instance.textNode(text);
            }
        }
        return JsonNodeFactory.instance.textNode(text);
    }
}
