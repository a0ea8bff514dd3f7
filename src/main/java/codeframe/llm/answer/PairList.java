package codeframe.llm.answer;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers written as a list of pairs, {"variable": "kind", "value": "a"}, brought into one object. */
final class PairList {
    private static final List<String> NAMES = List.of("variable", "key", "name", "question", "field");
    private static final List<String> VALUES = List.of("value", "answer", "code", "category", "label");

    private final AnswerKeys keys;

    /** @param keys an object that has one of them is an answer and no pair */
    PairList(AnswerKeys keys) {
        this.keys = keys;
    }

    /** What is no pair stays as it is, with lists of pairs inside it joined. */
    List<ObjectNode> joined(List<ObjectNode> found) {
        var objects = new ArrayList<ObjectNode>();
        var pairs = Json.MAPPER.createObjectNode();
        for (var object : found) {
            if (!put(object, pairs)) {
                objects.add(inside(object));
            }
        }
        if (!pairs.isEmpty()) {
            objects.add(0, pairs);
        }
        return objects;
    }

    private ObjectNode inside(ObjectNode object) {
        for (var field : object.properties()) {
            var pairs = Json.MAPPER.createObjectNode();
            boolean list = field.getValue().isArray() && !field.getValue().isEmpty();
            for (var one : field.getValue()) {
                list &= put(one, pairs);
            }
            if (list && object.size() == 1) {
                return pairs;
            }
        }
        return object;
    }

    /** A name that comes twice is no pair's. */
    private boolean put(JsonNode one, ObjectNode into) {
        var name = first(one, NAMES).filter(JsonNode::isTextual);
        var value = first(one, VALUES);
        if (!one.isObject()
                || name.isEmpty()
                || value.isEmpty()
                || one.properties().stream().anyMatch(field -> keys.names(field.getKey()))
                || into.has(name.get().asText())) {
            return false;
        }
        into.set(name.get().asText(), value.get());
        return true;
    }

    private static Optional<JsonNode> first(JsonNode object, List<String> names) {
        return names.stream()
                .map(object::path)
                .filter(node -> !node.isMissingNode())
                .findFirst();
    }
}
