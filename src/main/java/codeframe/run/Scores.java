package codeframe.run;

import java.util.List;

/** How one variable was decided for one image, for looking at before a run: every category and every phrase. */
public record Scores(String variable, List<Category> categories) {
    /** @param value the category's key */
    public record Category(String value, double probability, List<Phrase> phrases) {}

    public record Phrase(String text, double probability) {}
}
