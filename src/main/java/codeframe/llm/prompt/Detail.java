package codeframe.llm.prompt;

import codeframe.web.Word;
import java.util.Optional;

/** How closely the server is asked to look at an image. */
public enum Detail implements Word {
    LOW("Low: one small look, cheapest"),
    HIGH("High: at full size"),
    AUTO("Auto: the server decides");

    private final String title;

    Detail(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<Detail> named(String word) {
        return Word.named(values(), word);
    }
}
