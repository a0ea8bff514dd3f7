package codeframe.clip.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Common objects of pictures that people post, written for this program. */
final class BuiltIn {
    static final List<String> PHRASES = read();

    private BuiltIn() {}

    private static List<String> read() {
        try (var in = BuiltIn.class.getResourceAsStream("objects.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
