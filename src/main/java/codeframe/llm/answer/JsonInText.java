package codeframe.llm.answer;

import codeframe.llm.confidence.AnswerLayer;
import codeframe.llm.confidence.AnswerTokens;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the JSON objects in a reply: bare, fenced, or somewhere in ordinary text, written as models write them: with commas
 * too many, comments, single quotation marks, NaN, or as a text within a text.
 */
final class JsonInText {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final ObjectReader READER = MAPPER.reader();
    /** What some models think aloud before they answer; some servers leave its beginning away. */
    private static final Pattern THOUGHT = Pattern.compile("(?s)\\A.*</think(?:ing)?>");

    /** Nothing of a thought that does not end is an answer. */
    private static final Pattern UNFINISHED = Pattern.compile("(?s)<think(?:ing)?>.*\\z");

    /** Beyond this many opening braces a text is no answer, and looking at each would take its square in time. */
    private static final int MOST_OPENINGS = 200;

    private JsonInText() {}

    /**
     * An object of a reply.
     *
     * @param layer the text that it stands in
     * @param start its first byte there
     */
    record Found(ObjectNode node, AnswerLayer layer, int start) {}

    /** In the order of the text; objects inside objects do not stand alone. */
    static List<Found> of(String text) {
        int begin = afterThoughts(text);
        var said = withoutThoughts(text);
        var found = in(said);
        if (!found.isEmpty()) {
            int before = bytes(text, begin);
            return found.stream()
                    .map(one -> new Found(one.node(), AnswerLayer.OPEN, before + bytes(said, one.start())))
                    .toList();
        }
        var inner = unquoted(said);
        int quoted = begin + said.indexOf(said.strip()) + (said.strip().startsWith("\"") ? 1 : 0);
        var layer = new AnswerLayer(bytes(text, quoted));
        return in(inner).stream()
                .map(one -> new Found(one.node(), layer, bytes(inner, one.start())))
                .toList();
    }

    private static int bytes(String text, int end) {
        return AnswerTokens.bytes(text.substring(0, end)).length();
    }

    static JsonParser parser(String text) throws IOException {
        return READER.createParser(text);
    }

    /** A text that holds JSON as a text; empty where it does not. */
    private static String unquoted(String said) {
        var text = said.strip();
        if (!text.contains("\\\"")) {
            return "";
        }
        try {
            return READER.readTree(text.startsWith("\"") ? text : "\"" + text + "\"")
                    .asText("");
        } catch (JsonProcessingException noText) {
            return "";
        }
    }

    private static List<Placed> in(String said) {
        var found = new ArrayList<Placed>();
        int openings = 0;
        int at = said.indexOf('{');
        while (at >= 0 && openings++ < MOST_OPENINGS) {
            var object = at(said, at);
            object.ifPresent(found::add);
            at = said.indexOf('{', object.map(Placed::end).orElse(at + 1));
        }
        return found;
    }

    private record Placed(ObjectNode node, int start, int end) {}

    private static Optional<Placed> at(String text, int start) {
        try (var parser = READER.createParser(text.substring(start))) {
            return parser.readValueAsTree() instanceof ObjectNode node
                    ? Optional.of(new Placed(
                            node, start, start + (int) parser.currentLocation().getCharOffset()))
                    : Optional.empty();
        } catch (IOException notJson) {
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

    static String withoutThoughts(String text) {
        return UNFINISHED.matcher(text.substring(afterThoughts(text))).replaceFirst("");
    }

    private static int afterThoughts(String text) {
        var thought = THOUGHT.matcher(text);
        return thought.find() ? thought.end() : 0;
    }
}
