package codeframe.llm.run;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an OpenAI-compatible server sends back, well and badly. */
final class Replies {
    static final String GOOD = "{\"kind\":\"a\",\"place\":\"outside\"}";

    private Replies() {}

    static ResponseDefinitionBuilder good() {
        return saying(GOOD);
    }

    static ResponseDefinitionBuilder saying(String content) {
        return okJson(completion(content, null, "stop", usage(1000, 0, 50)));
    }

    static Map<String, Object> usage(int input, int cached, int output) {
        return Map.of(
                "prompt_tokens",
                input,
                "completion_tokens",
                output,
                "total_tokens",
                input + output,
                "prompt_tokens_details",
                Map.of("cached_tokens", cached));
    }

    /** @param usage null where the server does not count */
    static String completion(String content, String refusal, String finish, Map<String, Object> usage) {
        var message = new HashMap<String, Object>(Map.of("role", "assistant"));
        message.put("content", content);
        message.put("refusal", refusal);
        var body = new HashMap<String, Object>(Map.of(
                "id",
                "c1",
                "object",
                "chat.completion",
                "model",
                "eye",
                "choices",
                List.of(Map.of("index", 0, "message", message, "finish_reason", finish))));
        if (usage != null) {
            body.put("usage", usage);
        }
        return Json.of(body).text();
    }

    /** The good answer with one of its kinds, and what it might have been. */
    static String withLogprobs(String kind, double probability, String other, double otherwise) {
        var parts = List.of("{\"kind\":\"", kind, "\",\"place\":\"outside\"}");
        var tokens = parts.stream()
                .map(part -> part.equals(kind) ? token(part, probability) : token(part, 1))
                .toList();
        tokens.get(1).put("top_logprobs", List.of(token(kind, probability), token(other, otherwise)));
        var body = new Json(completion(String.join("", parts), null, "stop", usage(1000, 0, 50)));
        var tree = (ObjectNode) body.tree();
        ((ObjectNode) tree.path("choices").path(0)).set("logprobs", Json.MAPPER.valueToTree(Map.of("content", tokens)));
        return tree.toString();
    }

    private static Map<String, Object> token(String text, double probability) {
        return new HashMap<>(Map.of("token", text, "logprob", Math.log(probability)));
    }

    static ResponseDefinitionBuilder error(int status, String message, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(Json.of(Map.of("error", Map.of("message", message, "code", code)))
                        .text());
    }
}
