package codeframe.report.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The look of the pages, for a file that stands alone. */
final class Stylesheet {
    private static final List<String> FILES =
            List.of("reset", "tokens", "base", "layout", "panels", "figures", "tables", "plots", "images", "utilities");

    static final String TEXT = FILES.stream().map(Stylesheet::read).collect(Collectors.joining("\n"))
            + "\n@media print {\n" + read("print") + "\n}\n";

    private Stylesheet() {}

    private static String read(String name) {
        try (var file = Stylesheet.class.getResourceAsStream("/static/css/" + name + ".css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
