package codeframe.coding.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who completed an annotation: a number, an object with a name or an address, or nobody in particular. */
record LabelStudioCoders(Map<String, String> names) {
    private static final String NOBODY = "Label Studio annotator";

    /** A person who is named in one annotation may be a mere number in the next. */
    static LabelStudioCoders of(List<JsonNode> tasks) {
        var names = new HashMap<String, String>();
        for (var task : tasks) {
            for (var annotation : task.path("annotations")) {
                var person = annotation.path("completed_by");
                if (person.hasNonNull("id") && !named(person).isEmpty()) {
                    names.putIfAbsent(person.get("id").asText(), named(person));
                }
            }
        }
        return new LabelStudioCoders(names);
    }

    /** Our own exports name the coder beside completed_by, because Label Studio refuses accounts that it does not know. */
    String name(JsonNode annotation) {
        var completedBy = annotation.path("completed_by");
        if (completedBy.isMissingNode() && annotation.hasNonNull("coder")) {
            return annotation.get("coder").asText();
        }
        if (completedBy.isObject()) {
            var name = named(completedBy);
            return name.isEmpty() ? number(completedBy.path("id").asText("")) : name;
        }
        return number(completedBy.asText(""));
    }

    /** Tables may write the number 7 as 7.0; where it is no number, it is a name or an address. */
    private String number(String text) {
        var id = text.strip().replaceFirst("^(\\d+)\\.0$", "$1");
        if (id.isEmpty() || id.equals("null")) {
            return NOBODY;
        }
        return names.getOrDefault(id, id.matches("\\d+") ? "Annotator " + id : id);
    }

    private static String named(JsonNode person) {
        var name = (person.path("first_name").asText("") + " "
                        + person.path("last_name").asText(""))
                .strip();
        return name.isEmpty() ? person.path("email").asText("") : name;
    }
}
