package codeframe.clip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fields of one object in a model's file. A field that is absent or null has its usual value; one that cannot be
 * followed is refused by its name, because an image or a phrase would be computed otherwise than the model wants it.
 */
record Fields(String file, String path, JsonNode node) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a file that may be absent. */
    static Fields of(Path file) {
        var name = file.getFileName().toString();
        return new Fields(name, "", Files.isRegularFile(file) ? json(file) : MissingNode.getInstance());
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BrokenModel("The file " + file.getFileName() + " cannot be read as JSON.", e);
        }
    }

    Fields child(String name) {
        return new Fields(file, path + name + ".", node.path(name));
    }

    boolean isObject() {
        return node.isObject();
    }

    JsonNode get(String name) {
        return node.path(name);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The same with the fields of another in their place. */
    Fields overlaid(JsonNode over) {
        ObjectNode both = node.isObject() ? node.deepCopy() : JSON.createObjectNode();
        both.setAll((ObjectNode) over);
        return new Fields(file, path, both);
    }

    int integer(String name, int otherwise) {
        if (has(name) && !get(name).canConvertToExactIntegral()) {
            throw refused(name, "it has to be a whole number");
        }
        return has(name) ? get(name).intValue() : otherwise;
    }

    double number(String name, double otherwise) {
        if (has(name) && !get(name).isNumber()) {
            throw refused(name, "it has to be a number");
        }
        return has(name) ? get(name).doubleValue() : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        if (has(name) && !get(name).isBoolean()) {
            throw refused(name, "it has to be true or false");
        }
        return has(name) ? get(name).booleanValue() : otherwise;
    }

    String text(String name, String otherwise) {
        if (has(name) && !get(name).isTextual()) {
            throw refused(name, "it has to be a name");
        }
        return has(name) ? get(name).textValue() : otherwise;
    }

    /** The side of a square, written as a number or as two equal ones. */
    int side(String name, int otherwise) {
        var value = get(name);
        if (value.isArray() && value.size() == 2 && value.get(0).equals(value.get(1))) {
            return value.get(0).asInt();
        } else if (value.isArray()) {
            throw refused(name, "CLIP models take squares only");
        }
        return integer(name, otherwise);
    }

    /** One number a channel, or one number for all three. */
    List<Double> channels(String name, List<Double> otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        var numbers = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            var number = get(name).isArray() ? get(name).path(i) : get(name);
            if (!number.isNumber() || get(name).size() > 3) {
                throw refused(name, "it has to be a number for each of the three colours");
            }
            numbers.add(number.doubleValue());
        }
        return List.copyOf(numbers);
    }

    List<Double> divisors(String name, List<Double> otherwise) {
        var numbers = channels(name, otherwise);
        if (numbers.contains(0.0)) {
            throw refused(name, "nothing can be divided by 0");
        }
        return numbers;
    }

    /** Whether a field says anything: null, false, an empty text and an empty list say nothing. */
    boolean says(String name) {
        var value = get(name);
        boolean empty =
                value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty();
        return has(name) && !empty && !(value.isBoolean() && !value.booleanValue());
    }

    /** Refuses whatever is set apart from the fields that are followed or mean nothing here. */
    void refuseAllBut(Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && says(name)) {
                throw refused(name, "models built in this way cannot be computed");
            }
        });
    }

    BrokenModel refused(String name, String because) {
        var value = get(name).isTextual()
                ? "“" + get(name).textValue() + "”"
                : get(name).toString();
        return new BrokenModel("%s sets %s to %s: %s. Use another model, or correct the file if the value is wrong."
                .formatted(file, path + name, value.isEmpty() ? "nothing" : value, because));
    }
}
