package codeframe.run;

import codeframe.db.Json;
import codeframe.image.ImageFilter;
import java.util.List;

/**
 * A run as somebody asks for it, in words that may be wrong.
 *
 * @param parameters what the kind alone understands, as a JSON object
 * @param images the gallery's filter
 * @param seed a whole number, or empty to have one drawn
 */
public record RunRequest(
        String kind, String model, List<String> variables, Json parameters, ImageFilter images, String seed) {}
