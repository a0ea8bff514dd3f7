package codeframe.llm.prompt;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the server is asked to hold the answer to. */
public enum SchemaMode {
    STRICT("Strict schema"),
    JSON("JSON mode"),
    TEXT("Plain text");

    private final String title;

    SchemaMode(String title) {
        this.title = title;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public static Optional<SchemaMode> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
