package codeframe.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;

/** The body of a request to the API. */
public final class Body {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Body() {}

    /** @throws Problem.Invalid when it is not a JSON object; the sentence names the place */
    public static JsonNode json(Context ctx) {
        try {
            var tree = MAPPER.readTree(ctx.body());
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new Problem.Invalid("The body is not JSON: something is wrong at line " + at.getLineNr() + ", column "
                    + at.getColumnNr() + ".");
        }
        throw new Problem.Invalid("The body must be a JSON object.");
    }
}
