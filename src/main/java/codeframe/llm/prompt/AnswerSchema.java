package codeframe.llm.prompt;

import codeframe.codebook.Variable;
import codeframe.db.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON schema of an answer, by the rules of OpenAI's strict structured outputs (platform.openai.com/docs/guides/
 * structured-outputs, "Supported schemas"): a root object, every property required, no additional ones, null as a type
 * of its own, and alternatives as {@code anyOf} below the root.
 */
final class AnswerSchema {
    private AnswerSchema() {}

    static ObjectNode of(List<Variable> variables, List<String> conditional) {
        var schema = object("object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var variable : variables) {
            properties.set(variable.key(), property(variable, conditional.contains(variable.key())));
            required.add(variable.key());
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode property(Variable variable, boolean conditional) {
        var words = words(variable, conditional);
        return switch (variable.type()) {
            case SINGLE, BOOLEAN -> oneOf(variable, words);
            case MULTI -> orWord(list(variable), words, !variable.required());
            case NUMBER -> orWord(object("number"), words, !variable.required());
            case TEXT -> text(variable);
        };
    }

    static List<String> words(Variable variable, boolean conditional) {
        var words = new ArrayList<String>();
        var known = AnswerWords.of(variable);
        if (variable.unsure()) {
            words.add(known.unsure());
        }
        if (conditional) {
            words.add(known.notApplicable());
        }
        return words;
    }

    private static ObjectNode oneOf(Variable variable, List<String> words) {
        var property = Json.MAPPER.createObjectNode();
        var values = new ArrayList<>(variable.values());
        values.addAll(words);
        if (variable.required()) {
            property.put("type", "string");
            strings(property.putArray("enum"), values);
        } else {
            property.putArray("type").add("string").add("null");
            strings(property.putArray("enum"), values).addNull();
        }
        return property;
    }

    private static ObjectNode list(Variable variable) {
        var list = object("array");
        strings(list.putObject("items").put("type", "string").putArray("enum"), variable.values());
        return list;
    }

    private static ObjectNode orWord(ObjectNode value, List<String> words, boolean nullable) {
        boolean emptyIsSaid = value.path("type").asText().equals("array");
        if (words.isEmpty() && (!nullable || emptyIsSaid)) {
            return value;
        }
        var either = Json.MAPPER.createObjectNode();
        var alternatives = either.putArray("anyOf").add(value);
        if (!words.isEmpty()) {
            strings(alternatives.addObject().put("type", "string").putArray("enum"), words);
        }
        if (nullable && !emptyIsSaid) {
            alternatives.addObject().put("type", "null");
        }
        return either;
    }

    /** Any text, so that the words for "no value" need no place of their own. */
    private static ObjectNode text(Variable variable) {
        if (variable.required()) {
            return object("string");
        }
        var text = Json.MAPPER.createObjectNode();
        text.putArray("type").add("string").add("null");
        return text;
    }

    private static ObjectNode object(String type) {
        return Json.MAPPER.createObjectNode().put("type", type);
    }

    private static ArrayNode strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
        return array;
    }
}
