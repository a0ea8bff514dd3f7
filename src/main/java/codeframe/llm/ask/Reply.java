package codeframe.llm.ask;

import codeframe.db.Json;
import codeframe.llm.confidence.AnswerTokens;
import codeframe.llm.price.Receipt;
import codeframe.llm.price.Signature;
import codeframe.llm.price.TokenCount;
import codeframe.llm.server.TransportError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a server sent back, read leniently: fields may be missing or of another type.
 *
 * @param content null where there is none
 * @param refusal null where there is none
 * @param usage empty where the server does not count
 * @param spelling the tokens of the content with their probabilities, where the server gives them
 */
public record Reply(
        String content,
        String refusal,
        String finish,
        Optional<TokenCount> usage,
        Signature signature,
        AnswerTokens spelling) {
    /** The longest name that is kept. */
    private static final int LONGEST = 200;

    /**
     * @throws TransportError when it is no chat completion at all
     * @throws UnansweredReply when it holds no answer
     */
    public static Reply read(String text) {
        var tree = tree(text);
        var choice = tree.path("choices").path(0);
        var usage = usage(tree.path("usage"));
        var error = present(tree.path("error")) ? tree.path("error") : choice.path("error");
        if (present(error)
                || (!choice.isObject()
                        && (usage.isPresent() || tree.path("choices").isArray()))) {
            throw new UnansweredReply(error, usage);
        } else if (!choice.isObject()) {
            throw TransportError.notAnAnswer();
        }
        var message = choice.path("message");
        var content = content(message.path("content"));
        return new Reply(
                content,
                message.path("refusal").isTextual() ? message.path("refusal").asText() : null,
                choice.path("finish_reason").isTextual()
                        ? choice.path("finish_reason").asText()
                        : null,
                usage,
                signature(tree),
                AnswerTokens.sent(choice.path("logprobs"), content));
    }

    private static Signature signature(JsonNode tree) {
        var reasoning = tree.path("usage").path("completion_tokens_details").path("reasoning_tokens");
        return new Signature(
                name(tree.path("model")),
                name(tree.path("system_fingerprint")),
                isCount(reasoning) ? reasoning.asInt() : null);
    }

    private static String name(JsonNode node) {
        var text = node.isTextual() ? node.asText().strip().replace('\0', '\u2400') : "";
        return text.isEmpty() ? null : text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static boolean present(JsonNode error) {
        return error.isObject() || (error.isTextual() && !error.asText().isEmpty());
    }

    /** PostgreSQL does not hold the zero character. */
    String storableContent() {
        return content == null ? null : content.replace('\0', '\u2400');
    }

    String storableRefusal() {
        return refusal == null ? null : refusal.replace('\0', '\u2400');
    }

    /** As the server counted, else by our own count. */
    public TokenCount tokens(Tariff tariff, int expected) {
        return usage.orElseGet(() -> tariff.estimated(expected, content));
    }

    public Receipt receipt(TokenCount tokens, BigDecimal cost, int ms) {
        return new Receipt(
                "answered",
                cost,
                tokens,
                200,
                null,
                storableContent(),
                storableRefusal(),
                finish,
                ms,
                signature,
                spelling.json());
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
        throw TransportError.notJson(text);
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

    private static Optional<TokenCount> usage(JsonNode usage) {
        var input = usage.path("prompt_tokens");
        var output = usage.path("completion_tokens");
        if (!isCount(input) || !isCount(output)) {
            return Optional.empty();
        }
        int cached = usage.path("prompt_tokens_details").path("cached_tokens").asInt(0);
        return Optional.of(new TokenCount(input.asInt(), cached, output.asInt(), true));
    }

    /** A number below 0, or beyond all measure, would be money that was never spent. */
    private static boolean isCount(JsonNode tokens) {
        return tokens.isIntegralNumber() && tokens.canConvertToInt() && tokens.asInt() >= 0;
    }
}
