package codeframe.codebook;

import codeframe.web.Word;
import java.util.List;

/** What an answer may look like. */
public enum VariableType implements Word {
    SINGLE("One category"),
    MULTI("Several categories"),
    BOOLEAN("Yes or no"),
    NUMBER("A number"),
    TEXT("Free text");

    /** The stored values of a yes-or-no variable, and how a show-if names them. */
    public static final List<String> YES_NO = List.of("yes", "no");

    private final String title;

    VariableType(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean hasCategories() {
        return this == SINGLE || this == MULTI;
    }

    public Level usualLevel() {
        return this == NUMBER ? Level.INTERVAL : Level.NOMINAL;
    }

    /** The levels as the page's script reads them. */
    public String levelWords() {
        return String.join(" ", levels().stream().map(Level::word).toList());
    }

    /** The levels of measurement an answer of this type can have. */
    public List<Level> levels() {
        return switch (this) {
            case SINGLE -> List.of(Level.NOMINAL, Level.ORDINAL, Level.INTERVAL);
            case NUMBER -> List.of(Level.INTERVAL, Level.RATIO, Level.ORDINAL, Level.NOMINAL);
            case MULTI, BOOLEAN, TEXT -> List.of(Level.NOMINAL);
        };
    }
}
