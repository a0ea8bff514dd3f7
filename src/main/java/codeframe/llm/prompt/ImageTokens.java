package codeframe.llm.prompt;

import codeframe.db.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many tokens an image costs, by the table {@code image-tokens.json}: what the makers of the models document, each
 * with its source. Auto is counted as high: an estimate should not be too low. A model of unknown family is counted as
 * GPT-4o.
 */
public final class ImageTokens {
    private static final List<ImageFamily> FAMILIES = read();
    private static final ImageFamily UNKNOWN = find("gpt-4o").orElseThrow();

    private ImageTokens() {}

    private static List<ImageFamily> read() {
        try (var in = ImageTokens.class.getResourceAsStream("image-tokens.json")) {
            return List.copyOf(Json.MAPPER.readValue(in, new TypeReference<List<ImageFamily>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("The file image-tokens.json cannot be read.", e);
        }
    }

    /** @param width as sent, after shrinking to the longest edge of the run */
    public static long of(String model, int width, int height, Detail detail) {
        return family(model).orElse(UNKNOWN).of(Math.max(1, width), Math.max(1, height), detail == Detail.LOW);
    }

    /** Whether the way of counting is that of the model's own maker. */
    public static boolean knows(String model) {
        return family(model).isPresent();
    }

    /** By the beginning of the model's name; of two that fit, the one that stands first. */
    public static Optional<ImageFamily> family(String model) {
        return find(model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }

    private static Optional<ImageFamily> find(String name) {
        return FAMILIES.stream()
                .filter(family -> name.startsWith(family.family()))
                .findFirst()
                .filter(family -> family.rule() != ImageFamily.Rule.UNKNOWN);
    }
}
