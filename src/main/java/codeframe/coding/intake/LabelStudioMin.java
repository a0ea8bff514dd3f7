package codeframe.coding.intake;

import codeframe.web.NumberText;
import codeframe.web.Problem;
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
import java.util.stream.Stream;

/**
 * Label Studio's JSON-MIN and CSV: one flat item for each annotation, with the fields of its task, the answers beside them
 * by the names of the controls, and who made it.
 */
final class LabelStudioMin {
    private static final Set<String> OF_LABEL_STUDIO = Set.of(
            "id",
            "annotator",
            "completed_by",
            "annotation_id",
            "created_at",
            "updated_at",
            "lead_time",
            "agreement",
            "inner_id");
    /** As many as a table has columns. */
    private static final int MOST_FIELDS = 20_000;

    private static final Set<String> IMAGE = Set.of("image", "img", "picture", "photo");

    private static final LabelStudioCoders NO_OTHERS = new LabelStudioCoders(Map.of());

    private final ImportChoices naming;
    private final ImportedAnswers reading;
    private final UnusedParts unused = new UnusedParts();
    private final List<FileAnswer> answers = new ArrayList<>();
    private final Map<Long, String> images = new LinkedHashMap<>();
    private final List<MatchReport.Unmatched> refused = new ArrayList<>();
    private final Set<Long> rows = new TreeSet<>();
    private long blank;
    private String match;

    LabelStudioMin(ImportChoices naming, ImportedAnswers reading) {
        this.naming = naming;
        this.reading = reading;
        this.match = naming.match();
    }

    /** Whether fields of these names are those of an item. */
    static boolean is(Collection<String> fields) {
        return fields.contains("annotation_id")
                && Stream.of("annotator", "completed_by", "lead_time").anyMatch(fields::contains);
    }

    /** @param fields of all items: one of them must name the image */
    void begin(Collection<String> fields) {
        if (fields.size() > MOST_FIELDS) {
            throw new Problem.Invalid("The items have more than " + NumberText.count(MOST_FIELDS)
                    + " different fields; that is no export of Label Studio.");
        }
        if (match.isEmpty()) {
            var likely = fields.stream()
                    .filter(field -> IMAGE.contains(field.toLowerCase(Locale.ROOT)))
                    .toList();
            match = likely.size() == 1 ? likely.get(0) : "";
        }
        if (!fields.contains(match)) {
            var named = fields.stream().filter(field -> !OF_LABEL_STUDIO.contains(field));
            throw new Problem.Invalid(
                    (match.isEmpty() ? "Name the field" : "No item has a field \"" + match + "\". Name the field")
                            + " that says which image it is, as match. The fields are: " + FieldNames.list(named)
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
                answers.add(
                        new FileAnswer(row, image, coder(item), field, values, "", "", text(item.get("created_at"))));
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
        if (!naming.coder().isEmpty()) {
            return naming.coder();
        }
        var annotation = JsonNodeFactory.instance.objectNode();
        annotation.set("completed_by", item.getOrDefault("annotator", item.get("completed_by")));
        return NO_OTHERS.name(annotation);
    }

    private static String text(JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        return node.isValueNode() ? node.asText().strip() : node.toString();
    }

    void refuse(long row, String reason) {
        rows.add(row);
        refused.add(new MatchReport.Unmatched(row, reason));
    }

    CodesFile file(List<String> remarks) {
        return new CodesFile(rows, answers, images, blank, refused, unused.list(), remarks);
    }
}
