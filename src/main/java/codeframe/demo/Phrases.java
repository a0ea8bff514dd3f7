package codeframe.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Phrases under [headings] in a file of the program; lines with # are remarks. */
public final class Phrases {
    private Phrases() {}

    public static Map<String, List<String>> read(String resource) {
        var phrases = new LinkedHashMap<String, List<String>>();
        List<String> current = List.of();
        for (var line : text(resource).split("\n")) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                phrases.put(line.substring(1, line.length() - 1), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line);
            }
        }
        return phrases;
    }

    private static String text(String resource) {
        try (var in = Phrases.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
