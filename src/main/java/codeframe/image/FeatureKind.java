package codeframe.image;

import java.util.Arrays;
import java.util.Optional;

/** What is known about an image without judging it; {@code word} is what tables and addresses call it. */
public enum FeatureKind {
    CAPTION("caption", "Caption"),
    OBJECTS("objects", "Objects"),
    TEXT("text", "Text in the image"),
    LABELS("labels", "Labels"),
    TRANSCRIPT("transcript", "Transcript"),
    NOTE("note", "Other text");

    private final String word;
    private final String label;

    FeatureKind(String word, String label) {
        this.word = word;
        this.label = label;
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** Whether it is a list of things with names, and not one text. */
    public boolean isList() {
        return this == OBJECTS || this == LABELS;
    }

    public static Optional<FeatureKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
