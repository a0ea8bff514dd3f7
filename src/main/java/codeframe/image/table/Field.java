package codeframe.image.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of a metadata table can mean to Codeframe; every other column is kept as it is. */
public enum Field {
    IMAGE("Image file", "path, name or address of the picture"),
    POST("Post id", "the same for all pictures of one post"),
    ACCOUNT("Account", "who posted it"),
    POSTED_AT("Posted at", "date and time of the post"),
    KIND("Kind", "photo, story, carousel …"),
    TEXT("Text", "caption or message of the post"),
    URL("Address", "where the post can be seen");

    private final String label;
    private final String hint;

    Field(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public static Optional<Field> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** Its name in forms and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }
}
