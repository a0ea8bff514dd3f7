package codeframe.codebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** The same document as JSON: how a version is stored, and what R and Python fetch. */
public final class CodebookJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CodebookJson() {}

    public static String write(Codebook codebook) {
        return tree(codebook).toString();
    }

    public static Codebook read(String json) {
        return read(json, Codebook.class);
    }

    static <T> T read(String json, Class<T> part) {
        try {
            return MAPPER.readValue(json, part);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("A stored codebook cannot be read.", broken);
        }
    }

    /** Of a codebook, a variable or a category. */
    static JsonNode tree(Object part) {
        return MAPPER.valueToTree(part);
    }
}
