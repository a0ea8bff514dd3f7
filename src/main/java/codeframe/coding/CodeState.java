package codeframe.coding;

import codeframe.web.Word;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** What a code says: a value, or in so many words why there is none. */
public enum CodeState implements Word {
    CODED,
    UNSURE,
    NOT_CODABLE,
    NOT_APPLICABLE;

    @JsonCreator
    public static CodeState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
