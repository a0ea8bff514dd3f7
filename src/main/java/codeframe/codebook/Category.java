package codeframe.codebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/** One value of a variable: what it means to people, and the phrases that describe it to CLIP. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"key", "label", "definition", "include", "exclude", "phrases"})
public record Category(
        String key, String label, String definition, List<String> include, List<String> exclude, List<String> phrases) {

    public Category {
        key = PlainText.line(key);
        label = PlainText.line(label);
        definition = PlainText.clean(definition);
        include = PlainText.lines(include);
        exclude = PlainText.lines(exclude);
        phrases = PlainText.lines(phrases);
    }

    public static Category of(String key, String label) {
        return new Category(key, label, "", List.of(), List.of(), List.of());
    }

    /** The line under a closed category in the editor. */
    public String summary() {
        int rules = include.size() + exclude.size();
        var parts = new ArrayList<String>();
        parts.add(phrases.isEmpty() ? "no phrases" : phrases.size() + (phrases.size() == 1 ? " phrase" : " phrases"));
        if (rules > 0) {
            parts.add(rules + (rules == 1 ? " rule" : " rules"));
        }
        parts.add(
                definition.isEmpty()
                        ? "no definition"
                        : definition.lines().findFirst().orElse(""));
        return String.join(" · ", parts);
    }

    public Category withKey(String changed) {
        return new Category(changed, label, definition, include, exclude, phrases);
    }
}
