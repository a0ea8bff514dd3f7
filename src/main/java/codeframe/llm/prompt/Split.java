package codeframe.llm.prompt;

import codeframe.web.Word;
import java.util.Optional;

/** How the variables are spread over the requests for one image. */
public enum Split implements Word {
    WHOLE("All in one request"),
    GROUP("One request per group"),
    VARIABLE("One request per variable");

    private final String title;

    Split(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<Split> named(String word) {
        return Word.named(values(), word);
    }
}
