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
 */
public record ProviderRules(String name, List<String> habits, JsonNode rules) {
    /** The files of the folder providers. */
    public static final List<String> ALL =
            List.of("openai-reasoning", "mistral", "gemini", "vllm-old", "anthropic", "plain-words");

    public static final ProviderRules NONE = new ProviderRules("none", List.of(), Json.MAPPER.createArrayNode());

    public static ProviderRules of(String file) {
        try (var in = ProviderRules.class.getResourceAsStream("providers/" + file + ".json")) {
            var tree = Json.MAPPER.readTree(in);
            var habits = StreamSupport.stream(tree.path("habits").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return new ProviderRules(tree.path("name").asText(), habits, tree.path("rules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
