package codeframe.llm.answer;

import codeframe.codebook.Variable;
import codeframe.db.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** An answer without JSON, a line for each variable: "- **Kind**: poster". Only where every variable has one. */
final class KeyValueLines {
    private static final Pattern LINE =
            Pattern.compile("(?m)^[ \\t>*•\\-\\d.)`\"]*([^:=\\n]{1,80}?)[*`\" \\t]*[:=][* \\t]*(\\S.*?)[* \\t]*$");

    private KeyValueLines() {}

    static List<ObjectNode> of(String text, AnswerKeys keys, List<Variable> variables) {
        if (text.contains("{")) {
            return List.of(); // JSON that is broken or cut off is not read line by line.
        }
        var object = Json.MAPPER.createObjectNode();
        var lines = LINE.matcher(JsonInText.withoutThoughts(text));
        while (lines.find()) {
            var name = lines.group(1);
            if (!object.has(name)) {
                object.put(name, lines.group(2));
            }
        }
        boolean all = keys.best(List.of(object)).values().size() == variables.size();
        return all ? List.of(object) : List.of();
    }
}
