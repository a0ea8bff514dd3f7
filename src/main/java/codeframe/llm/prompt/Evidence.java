package codeframe.llm.prompt;

import java.util.Arrays;

/** What a model is given of an image and is to do: judge by the image, judge by what is known of it, or describe it. */
public enum Evidence {
    IMAGE("llm", "/llm"),
    FEATURES("ensemble", "/ensemble"),
    DESCRIPTION("caption", "/captions");

    private final String kind;
    private final String path;

    Evidence(String kind, String path) {
        this.kind = kind;
        this.path = path;
    }

    /** Of its runs. */
    public String kind() {
        return kind;
    }

    /** Within a project. */
    public String path() {
        return path;
    }

    /** Whether the image itself is sent. */
    public boolean isImage() {
        return this != FEATURES;
    }

    /** Whether the answers are what is known of images, and no codes. */
    public boolean describes() {
        return this == DESCRIPTION;
    }

    public static Evidence ofKind(String kind) {
        return Arrays.stream(values())
                .filter(one -> one.kind.equals(kind))
                .findFirst()
                .orElse(IMAGE);
    }

    /** Whether runs of a kind ask a language model for codes. */
    public static boolean codes(String kind) {
        return Arrays.stream(values()).anyMatch(one -> !one.describes() && one.kind.equals(kind));
    }
}
