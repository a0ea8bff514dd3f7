package codeframe.llm.prompt;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the variables are spread over the requests for one image. */
public enum Split {
    WHOLE("All in one request"),
    GROUP("One request per group"),
    VARIABLE("One request per variable");

    private final String title;

    Split(String title) {
        this.title = title;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public static Optional<Split> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
