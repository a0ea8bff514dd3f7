package codeframe.llm.prompt;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How closely the server is asked to look at an image. */
public enum Detail {
    LOW("Low: one small look, cheapest"),
    HIGH("High: at full size"),
    AUTO("Auto: the server decides");

    private final String title;

    Detail(String title) {
        this.title = title;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public static Optional<Detail> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
