package codeframe.testing;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a provider's server refuses of a request, and in which words: a small file a provider. A rule holds where its
 * pointer leads to something ({@code when}), and where that is {@code is}, if it is given.
 *
 * @param preset key of the kind of server it is added as
 * @param keyHeader in which it wants its key; empty where it does not look
 * @param answer how its models write an answer, with {@code %s} for the JSON
 * @param before what it sends ahead of its JSON
 */
public record ProviderRules(
        String name,
        String preset,
        String keyHeader,
        String answer,
        String before,
        List<String> habits,
        JsonNode rules) {
    /** The files of the folder providers. */
    public static final List<String> ALL = List.of(
            "openai-reasoning",
            "azure-classic",
            "mistral",
            "gemini",
            "vllm-old",
            "anthropic",
            "openrouter",
            "ollama",
            "plain-words");

    public static final ProviderRules NONE =
            new ProviderRules("none", "other", "", "%s", "", List.of(), Json.MAPPER.createArrayNode());

    public static ProviderRules of(String file) {
        try (var in = ProviderRules.class.getResourceAsStream("providers/" + file + ".json")) {
            var tree = Json.MAPPER.readTree(in);
            var habits = StreamSupport.stream(tree.path("habits").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return new ProviderRules(
                    tree.path("name").asText(),
                    tree.path("preset").asText("other"),
                    tree.path("keyHeader").asText(""),
                    tree.path("answer").asText("%s"),
                    tree.path("before").asText(""),
                    habits,
                    tree.path("rules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For servers to which nobody gave a key. */
    public ProviderRules withoutKey() {
        return new ProviderRules(name, preset, "", answer, before, habits, rules);
    }

    /** The first rule that the request breaks. */
    public Optional<JsonNode> broken(JsonNode request) {
        return StreamSupport.stream(rules.spliterator(), false)
                .filter(rule -> breaks(request.at(rule.path("when").asText()), rule.path("is")))
                .findFirst();
    }

    private static boolean breaks(JsonNode there, JsonNode is) {
        return !there.isMissingNode() && (is.isMissingNode() || is.equals(there));
    }

    /** A text is sent as it is, anything else as JSON. */
    public static String body(JsonNode rule) {
        return rule.path("body").isTextual()
                ? rule.path("body").asText()
                : rule.path("body").toString();
    }
}
