package codeframe.llm.run;

import codeframe.db.Json;
import codeframe.llm.ask.RequestFields;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.Consumer;

/** Further fields of a request's body, as an object or as the text of one. */
final class RequestFieldsReading {
    private static final int LONGEST = 4_000;

    private RequestFieldsReading() {}

    /**
     * @param wrong takes what is wrong, as a sentence
     * @return null where there are none
     */
    static JsonNode of(JsonNode sent, Consumer<String> wrong) {
        if (sent.isObject()) {
            return checked(sent, wrong);
        }
        var typed = sent.asText("").strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return checked(Json.MAPPER.readTree(typed), wrong);
        } catch (JsonProcessingException e) {
            wrong.accept(
                    "This is not JSON (" + e.getOriginalMessage() + "). Write an object such as {\"top_p\": 0.9}.");
            return null;
        }
    }

    private static JsonNode checked(JsonNode tree, Consumer<String> wrong) {
        if (!tree.isObject() || tree.toString().length() > LONGEST) {
            wrong.accept("Further fields are one JSON object of at most 4,000 characters, such as {\"top_p\": 0.9}.");
            return null;
        }
        tree.fieldNames().forEachRemaining(name -> {
            // Some servers read names in any case.
            if (!RequestFields.FURTHER.contains(name.toLowerCase(Locale.ROOT))) {
                wrong.accept("\"" + name
                        + "\" cannot be a further field: it is written by itself, or could change what a"
                        + " request costs. What may be sent is " + String.join(", ", RequestFields.FURTHER) + ".");
            }
        });
        return tree;
    }
}
