package codeframe.coding.intake;

import codeframe.db.Json;
import codeframe.web.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Label Studio's JSON-MIN and CSV: one flat item for each annotation, with the fields of its task, the answers beside them
 * by the names of the controls, and who made it.
 */
final class LabelStudioMin {
    private static final Set<String> OF_LABEL_STUDIO = Set.of(
            "id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time", "agreement", "inner_id");
    private static final Set<String> IMAGE = Set.of("image", "img", "picture", "photo");

    private final Naming naming;
    private final AnswerReading reading;
    private final UnusedParts unused = new UnusedParts();
    private final List<FileAnswer> answers = new ArrayList<>();
    private final Map<Long, String> images = new LinkedHashMap<>();
    private final List<MatchReport.Unmatched> refused = new ArrayList<>();
    private final Set<Long> rows = new TreeSet<>();
    private long blank;
    private String match;

    LabelStudioMin(Naming naming, AnswerReading reading) {
        this.naming = naming;
        this.reading = reading;
        this.match = naming.match();
    }

    /** Whether fields of these names are those of an item. */
    static boolean is(Collection<String> fields) {
        return fields.contains("annotation_id") && (fields.contains("annotator") || fields.contains("lead_time"));
    }

    /** @param fields of all items: one of them must name the image */
    void begin(Collection<String> fields) {
        if (match.isEmpty()) {
            var likely = fields.stream().filter(field -> IMAGE.contains(field.toLowerCase(Locale.ROOT))).toList();
            match = likely.size() == 1 ? likely.get(0) : "";
        }
        if (!fields.contains(match)) {
            throw new Problem.Invalid((match.isEmpty() ? "Name the field" : "No item has a field \"" + match + "\". Name the field")
                    + " that says which image it is, as match. The fields are: "
                    + fields.stream().filter(field -> !OF_LABEL_STUDIO.contains(field)).sorted().collect(Collectors.joining(", "))
                    + ".");
        }
    }

    void add(long row, Map<String, JsonNode> item) {
        rows.add(row);
        var image = text(item.get(match));
        if (image.isBlank()) {
            refused.add(new MatchReport.Unmatched(row, "The item has no \"" + match + "\"."));
            return;
        }
        images.put(row, image);
        long before = answers.size();
        item.forEach((field, value) -> {
            if (!field.equals(match) && !OF_LABEL_STUDIO.contains(field)) {
                answer(row, image, item, field, value);
            }
        });
        blank += answers.size() == before ? 1 : 0;
    }

    private void answer(long row, String image, Map<String, JsonNode> item, String field, JsonNode value) {
        if (reading.variable(field).isEmpty()) {
            unused.add("field", field, "The codebook has no variable of this name.");
        } else if (!value.isNull() && !text(value).isBlank()) {
            var values = new ArrayList<String>();
            for (var part : value.isArray() ? value : List.of(value)) {
                values.addAll(values(field, part));
            }
            if (!values.isEmpty()) {
                answers.add(new FileAnswer(
                        row, image, coder(item), field, values, "", "", text(item.get("created_at"))));
            }
        }
    }

    private List<String> values(String field, JsonNode part) {
        if (!part.isObject()) {
            return List.of(part.asText());
        }
        var read = LabelStudioValue.read(JsonNodeFactory.instance.objectNode().set("value", part));
        if (!read.notTaken().isEmpty()) {
            unused.add("answer", field, read.notTaken());
        }
        return read.values();
    }

    private String coder(Map<String, JsonNode> item) {
        var annotator = text(item.get("annotator"));
        if (!naming.coder().isEmpty()) {
            return naming.coder();
        } else if (annotator.isBlank()) {
            return LabelStudioCoders.NOBODY;
        }
        return annotator.matches("\\d+") ? "Annotator " + annotator : annotator;
    }

    private static String text(JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        return node.isValueNode() ? node.asText().strip() : node.toString();
    }

    /** A cell of the CSV: its text, or the JSON in it. */
    static JsonNode cell(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return Json.MAPPER.readTree(text);
            } catch (JsonProcessingException justText) {
                return JsonNodeFactory.instance.textNode(text);
            }
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    CodesFile file(List<String> remarks) {
        return new CodesFile(rows, answers, images, blank, refused, unused.list(), remarks);
    }
}
