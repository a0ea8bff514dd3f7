package codeframe.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** JSON that a script or a screen sends. */
public final class Body {
    // What stands twice or after the end would be lost without a word.
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Objects in memory against bytes of JSON. */
    private static final int TREE = 20;

    private Body() {}

    /** @throws Problem.Invalid when it is not a JSON object; the sentence names the place */
    public static JsonNode json(Context ctx) {
        // As bytes: JSON is UTF-8, whatever character set the header names.
        return object("The body", ctx.bodyAsBytes());
    }

    /** @throws Problem.Invalid also for a key that is none of these: a misspelt request must not be passed over */
    public static JsonNode json(Context ctx, Set<String> keys) {
        var tree = json(ctx);
        refuseUnknown(tree, keys);
        return tree;
    }

    public static void refuseUnknown(JsonNode object, Set<String> keys) {
        object.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw new Problem.Invalid("The body has the key \"" + key + "\", which is none of "
                        + String.join(", ", new TreeSet<>(keys)) + ".");
            }
        });
    }

    /** @param what begins the sentence about a mistake */
    public static JsonNode object(String what, byte[] sent) {
        MemoryShare.check(what, sent.length, TREE);
        try {
            var tree = STRICT.readTree(sent);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new Problem.Invalid(what + " is not JSON, or says something twice" + place(e) + ".");
        } catch (IOException e) {
            throw new Problem.Invalid(what + " is not JSON in UTF-8.");
        }
        throw new Problem.Invalid(what + " must be a JSON object.");
    }

    /** Where to look, as the end of a sentence; empty for what is wrong as a whole. */
    public static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : ": look at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
