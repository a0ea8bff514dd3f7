package codeframe.llm.prompt;

import codeframe.web.Word;
import java.util.Optional;

/** What the server is asked to hold the answer to. */
public enum SchemaMode implements Word {
    STRICT("Strict schema"),
    JSON("JSON mode"),
    TEXT("Plain text");

    private final String title;

    SchemaMode(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<SchemaMode> named(String word) {
        return Word.named(values(), word);
    }
}
