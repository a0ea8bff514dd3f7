package codeframe.llm.run;

import codeframe.db.Json;
import codeframe.llm.price.Tokens;
import codeframe.llm.server.Trouble;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a server sent back, read leniently: fields may be missing or of another type.
 *
 * @param content null where there is none
 * @param refusal null where there is none
 * @param usage empty where the server does not count
 */
record Reply(String content, String refusal, String finish, Optional<Tokens> usage) {

    /** @throws Trouble when it is no chat completion at all */
    static Reply read(String text) {
        var tree = tree(text);
        var choice = tree.path("choices").path(0);
        if (!choice.isObject()) {
            throw Trouble.notAnAnswer(tree.path("error").path("message").asText(""));
        }
        var message = choice.path("message");
        return new Reply(
                content(message.path("content")),
                message.path("refusal").isTextual() ? message.path("refusal").asText() : null,
                choice.path("finish_reason").isTextual()
                        ? choice.path("finish_reason").asText()
                        : null,
                usage(tree.path("usage")));
    }

    /** PostgreSQL does not hold the zero character. */
    String storableContent() {
        return content == null ? null : content.replace('\0', '\u2400');
    }

    String storableRefusal() {
        return refusal == null ? null : refusal.replace('\0', '\u2400');
    }

    private static JsonNode tree(String text) {
        try {
            var tree = text.isBlank() ? null : Json.MAPPER.readTree(text);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException notJson) {
            // told below, with what it looks like
        }
        throw Trouble.notJson(text);
    }

    /** A text, or parts of which some are text. */
    private static String content(JsonNode node) {
        if (node.isArray()) {
            var text = new StringBuilder();
            node.forEach(part -> text.append(part.path("text").asText("")));
            return text.toString();
        }
        return node.isTextual() ? node.asText() : node.isObject() ? node.toString() : null;
    }

    private static Optional<Tokens> usage(JsonNode usage) {
        if (!usage.path("prompt_tokens").isIntegralNumber()
                || !usage.path("completion_tokens").isIntegralNumber()) {
            return Optional.empty();
        }
        int cached = usage.path("prompt_tokens_details").path("cached_tokens").asInt(0);
        return Optional.of(new Tokens(
                usage.path("prompt_tokens").asInt(),
                Math.max(0, cached),
                usage.path("completion_tokens").asInt(),
                true));
    }
}
