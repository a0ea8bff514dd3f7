package codeframe.llm.answer;

import codeframe.llm.confidence.ValueConfidence.Place;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where the values of an object stand: every one that is no object itself, in the order of the text. */
final class JsonPlaces {
    private final JsonParser parser;
    private final int offset;
    private final List<Place> places = new ArrayList<>();

    private JsonPlaces(JsonParser parser, int offset) {
        this.parser = parser;
        this.offset = offset;
    }

    /**
     * @param text one character a byte
     * @param start of the object
     * @return nothing where it is no object
     */
    static List<Place> of(String text, int start) {
        try (var parser = JsonInText.parser(text.substring(start))) {
            var found = new JsonPlaces(parser, start);
            found.read();
            return found.places;
        } catch (IOException notJson) {
            return List.of();
        }
    }

    private void read() throws IOException {
        int depth = 0;
        do {
            var token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                depth++;
            } else if (token == JsonToken.END_OBJECT) {
                depth--;
            } else if (token == JsonToken.START_ARRAY) {
                places.add(list(here()));
            } else if (token != null && token.isScalarValue()) {
                places.add(new Place(here(), false, List.of(), 0));
            }
        } while (depth > 0);
    }

    private Place list(int start) throws IOException {
        var items = new ArrayList<Integer>();
        var token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(here());
            parser.skipChildren();
            token = parser.nextToken();
        }
        return new Place(start, true, items, here() + 1);
    }

    private int here() {
        return offset + (int) parser.currentTokenLocation().getCharOffset();
    }
}
