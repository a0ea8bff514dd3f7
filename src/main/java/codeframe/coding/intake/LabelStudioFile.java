package codeframe.coding.intake;

import codeframe.db.Json;
import codeframe.web.Body;
import codeframe.web.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An export of Label Studio: a list of tasks, or one task. Fields that it does not know are left alone. */
final class LabelStudioFile {
    private final ImportChoices naming;
    private final LabelStudioCoders coders;
    private final UnusedParts leftOut = new UnusedParts();
    private final List<FileAnswer> answers = new ArrayList<>();
    private final Map<Long, String> images = new LinkedHashMap<>();
    private final List<MatchReport.Unmatched> refused = new ArrayList<>();
    private long blank;

    private LabelStudioFile(ImportChoices naming, LabelStudioCoders coders) {
        this.naming = naming;
        this.coders = coders;
    }

    static CodesFile read(byte[] bytes, ImportChoices naming, ImportedAnswers reading) {
        var tasks = tasks(bytes);
        var fields = new TreeSet<String>();
        tasks.forEach(task -> task.fieldNames().forEachRemaining(fields::add));
        if (LabelStudioMin.is(fields) && !fields.contains("data")) {
            return flat(tasks, fields, naming, reading);
        }
        checkMatch(tasks, naming.match());
        var file = new LabelStudioFile(naming, LabelStudioCoders.of(tasks));
        long number = 0;
        var numbers = new TreeSet<Long>();
        for (var task : tasks) {
            numbers.add(++number);
            file.task(number, task);
        }
        return new CodesFile(
                numbers, file.answers, file.images, file.blank, file.refused, file.leftOut.list(), List.of());
    }

    private static CodesFile flat(
            List<JsonNode> items, Set<String> fields, ImportChoices naming, ImportedAnswers reading) {
        var file = new LabelStudioMin(naming, reading);
        file.begin(fields);
        long number = 0;
        for (var item : items) {
            var values = new LinkedHashMap<String, JsonNode>();
            item.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
            file.add(++number, values);
        }
        return file.file(List.of());
    }

    private static List<JsonNode> tasks(byte[] bytes) {
        try {
            var root = Json.MAPPER.readTree(bytes);
            if (root.has("images") && root.has("categories")) {
                throw new Problem.Invalid(
                        "This is COCO, which holds parts of images and no codes. Export JSON, JSON-MIN or CSV from Label Studio.");
            }
            var tasks = new ArrayList<JsonNode>();
            (root.isArray() ? root : List.of(root)).forEach(tasks::add);
            if (tasks.isEmpty() || !tasks.stream().allMatch(JsonNode::isObject)) {
                throw new Problem.Invalid(
                        "This is no export of Label Studio: it must be a list of tasks, or one task.");
            }
            return tasks;
        } catch (JsonProcessingException e) {
            throw new Problem.Invalid("The file is not JSON" + Body.place(e) + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkMatch(List<JsonNode> tasks, String match) {
        if (tasks.stream().noneMatch(task -> data(task).has(match))) {
            var fields = new TreeSet<String>();
            tasks.stream().limit(100).forEach(task -> data(task).fieldNames().forEachRemaining(fields::add));
            throw new Problem.Invalid((match.isEmpty()
                            ? "Name the field of the tasks' data"
                            : "No task has a field \"" + match + "\". Name the field")
                    + " that says which image it is, as match. The fields are: " + FieldNames.list(fields.stream())
                    + ".");
        }
    }

    /** A task may also be the bare data. */
    private static JsonNode data(JsonNode task) {
        return task.path("data").isObject() ? task.get("data") : task;
    }

    private void task(long number, JsonNode task) {
        var image = data(task).path(naming.match()).asText("");
        var name = task.hasNonNull("id") ? "Task " + task.get("id").asText() + ": " : "";
        if (image.isBlank()) {
            refused.add(new MatchReport.Unmatched(number, name + "The task has no \"" + naming.match() + "\"."));
            return;
        }
        images.put(number, image);
        long before = answers.size();
        for (var annotation : annotations(task)) {
            if (annotation.path("was_cancelled").asBoolean()) {
                leftOut.add("annotation", "was_cancelled", "The coder skipped the task; that is no answer.");
            } else {
                annotation(number, image, annotation);
            }
        }
        task.path("predictions")
                .forEach(prediction -> leftOut.add(
                        "prediction",
                        prediction.path("model_version").asText(""),
                        "It comes from a machine, not from a person."));
        task.path("drafts").forEach(draft -> leftOut.add("draft", "", "It was not submitted."));
        blank += answers.size() == before ? 1 : 0;
    }

    /** Exports from before version 1.0 say completions. */
    private static JsonNode annotations(JsonNode task) {
        return task.has("annotations") ? task.get("annotations") : task.path("completions");
    }

    private void annotation(long number, String image, JsonNode annotation) {
        var coder = naming.coder().isEmpty() ? coders.name(annotation) : naming.coder();
        var note = OwnControls.note(annotation.path("result"));
        int before = answers.size();
        for (var result : annotation.path("result")) {
            var variable = result.path("from_name").asText("");
            var reading = LabelStudioValue.read(result);
            if (OwnControls.is(variable)) {
                OwnControls.leaveOut(variable, leftOut);
            } else if (reading.notTaken().isEmpty()) {
                answers.add(new FileAnswer(
                        number,
                        image,
                        coder,
                        variable,
                        reading.values(),
                        "",
                        note,
                        annotation.path("created_at").asText("")));
            } else {
                leftOut.add(result.path("type").asText("unknown"), variable, reading.notTaken());
            }
        }
        if (!note.isEmpty() && answers.size() == before) {
            leftOut.add("result", OwnControls.NOTE, "There is no answer that it could stand beside.");
        }
    }
}
