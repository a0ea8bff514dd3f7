package codeframe.llm.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the JSON objects in a reply: bare, fenced, or somewhere in ordinary text. */
final class JsonInText {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final ObjectReader READER = MAPPER.reader();
    /** What some models think aloud before they answer. */
    private static final Pattern THOUGHT = Pattern.compile("(?s)\\A\\s*<think(?:ing)?>.*?</think(?:ing)?>");
    /** Beyond this many opening braces a text is no answer, and looking at each would take its square in time. */
    private static final int MOST_OPENINGS = 200;

    private JsonInText() {}

    /** In the order of the text; objects inside objects do not stand alone. */
    static List<ObjectNode> of(String text) {
        var said = withoutThoughts(text);
        var found = new ArrayList<ObjectNode>();
        int openings = 0;
        int at = said.indexOf('{');
        while (at >= 0 && openings++ < MOST_OPENINGS) {
            var object = at(said, at);
            object.ifPresent(one -> found.add(one.node()));
            at = said.indexOf('{', object.map(Placed::end).orElse(at + 1));
        }
        return found;
    }

    private record Placed(ObjectNode node, int end) {}

    private static Optional<Placed> at(String text, int start) {
        try (var parser = READER.createParser(text.substring(start))) {
            return parser.readValueAsTree() instanceof ObjectNode node
                    ? Optional.of(new Placed(
                            node, start + (int) parser.currentLocation().getCharOffset()))
                    : Optional.empty();
        } catch (java.io.IOException notJson) {
            return Optional.empty();
        }
    }

    /** Whether the first object that is begun is never closed. */
    static boolean isCutOff(String text) {
        var said = withoutThoughts(text);
        int start = said.indexOf('{');
        if (start < 0) {
            return false;
        }
        try {
            READER.readTree(said.substring(start));
            return false;
        } catch (JsonEOFException cut) {
            return true;
        } catch (JsonProcessingException broken) {
            return false;
        }
    }

    private static String withoutThoughts(String text) {
        return THOUGHT.matcher(text).replaceFirst("");
    }
}
