package codeframe.coding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a code says: a value, or in so many words why there is none. */
public enum CodeState {
    CODED,
    UNSURE,
    NOT_CODABLE,
    NOT_APPLICABLE;

    /** The name in the database, in forms and in exports. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static CodeState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
