package codeframe.llm.prompt;

import java.util.Arrays;

/** By what a model judges an image: by the image itself, or by what is known of it. */
public enum Evidence {
    IMAGE("llm", "/llm"),
    FEATURES("ensemble", "/ensemble");

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

    public boolean isImage() {
        return this == IMAGE;
    }

    public static Evidence ofKind(String kind) {
        return Arrays.stream(values())
                .filter(one -> one.kind.equals(kind))
                .findFirst()
                .orElse(IMAGE);
    }

    /** Whether runs of a kind ask a language model. */
    public static boolean isAsked(String kind) {
        return Arrays.stream(values()).anyMatch(one -> one.kind.equals(kind));
    }
}
