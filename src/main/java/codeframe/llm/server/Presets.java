package codeframe.llm.server;

import codeframe.db.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The kinds of server that may be added, from the file {@code presets.json}. */
public final class Presets {
    private static final List<Preset> ALL = read();

    private Presets() {}

    private static List<Preset> read() {
        try (var in = Presets.class.getResourceAsStream("presets.json")) {
            return List.copyOf(Json.MAPPER.readValue(in, new TypeReference<List<Preset>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("The file presets.json cannot be read.", e);
        }
    }

    public static List<Preset> all() {
        return ALL;
    }

    /** The one of that key; "other", the last, where there is none. */
    public static Preset of(String key) {
        return ALL.stream().filter(one -> one.key().equals(key)).findFirst().orElse(ALL.get(ALL.size() - 1));
    }
}
