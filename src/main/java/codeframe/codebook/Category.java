package codeframe.codebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
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

    public Category withKey(String changed) {
        return new Category(changed, label, definition, include, exclude, phrases);
    }

    public Category withLabel(String changed) {
        return new Category(key, changed, definition, include, exclude, phrases);
    }
}
