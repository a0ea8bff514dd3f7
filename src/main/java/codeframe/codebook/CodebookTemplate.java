package codeframe.codebook;

import codeframe.web.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Codebooks to start from, shipped as codebook files. */
public enum CodebookTemplate implements Word {
    IMAGE_TYPES("Image types", "One variable with six types of campaign pictures and 26 phrases, ready for CLIP."),
    VISUAL_FRAMES("Visual frames", "Five variables: performance, environment, location, dress style, sleeves.");

    private final String title;
    private final String summary;

    CodebookTemplate(String title, String summary) {
        this.title = title;
        this.summary = summary;
    }

    public static Optional<CodebookTemplate> named(String word) {
        return Word.named(values(), word);
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    public Codebook codebook() {
        var file = "/codebooks/" + word() + ".yaml";
        try (var resource = CodebookTemplate.class.getResourceAsStream(file)) {
            if (CodebookYaml.read(resource.readAllBytes()) instanceof Reading.Read read) {
                return read.codebook();
            }
            throw new IllegalStateException("The shipped codebook " + file + " has mistakes.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
