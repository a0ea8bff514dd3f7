package codeframe.llm.server;

import codeframe.db.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Locale;

/** What a server said of itself when it refused. */
public final class ServerErrorText {
    private static final int LONGEST = 300;

    private ServerErrorText() {}

    /** As the end of a sentence: ", in its words: …"; empty where it said nothing that can be read. */
    public static String of(ServerRefusal said) {
        var text = message(said.body());
        return text.isEmpty() ? "" : ", in its words: “" + text + "”";
    }

    /** The short name of the error, such as insufficient_quota; empty where there is none. */
    public static String code(ServerRefusal said) {
        var error = error(said.body());
        var code = error.path("code").asText("");
        return code.isEmpty() ? error.path("type").asText("") : code;
    }

    private static String message(String body) {
        var error = error(body);
        var text = error.isTextual() ? error.asText() : error.path("message").asText(listed(error.path("detail")));
        var start = body.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() && start.startsWith("<")) {
            text = body.replaceAll("(?is)<(script|style)[^>]*>.*?</\\1>", " ").replaceAll("<[^>]*>", " ");
        } else if (text.isEmpty()) {
            text = body;
        }
        var one = withoutKeys(text).replaceAll("\\s+", " ").strip();
        return one.length() <= LONGEST ? one : one.substring(0, LONGEST) + "…";
    }

    /** Pydantic's list of what is wrong: where, and what. */
    private static String listed(JsonNode detail) {
        var sentences = new ArrayList<String>();
        for (var one : detail) {
            var place = new ArrayList<String>();
            one.path("loc").forEach(part -> place.add(part.asText()));
            var what = one.path("msg").asText("");
            if (!what.isEmpty()) {
                sentences.add(place.isEmpty() ? what : String.join(".", place) + ": " + what);
            }
        }
        return String.join("; ", sentences);
    }

    /** Some servers repeat the key that they refuse. */
    private static String withoutKeys(String text) {
        return text.replaceAll("\\b(sk|key|pk)-[A-Za-z0-9_*.-]{6,}", "(the key)");
    }

    private static JsonNode error(String body) {
        try {
            var tree = Json.MAPPER.readTree(body);
            if (tree == null) {
                return Json.MAPPER.missingNode();
            }
            // Google wraps it into a list.
            var error = (tree.isArray() ? tree.path(0) : tree).path("error");
            return error.isMissingNode() ? tree.path("detail").isTextual() ? tree.path("detail") : tree : error;
        } catch (JsonProcessingException notJson) {
            return Json.MAPPER.missingNode();
        }
    }
}
