package codeframe.codebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One question asked of every image, or of every post or video. Its key is stable: the label may change and every code stays. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "key",
    "label",
    "group",
    "unit",
    "type",
    "level",
    "required",
    "unsure",
    "instruction",
    "show_if",
    "categories"
})
public record Variable(
        String key,
        String label,
        String group,
        VariableType type,
        Level level,
        boolean required,
        boolean unsure,
        String instruction,

        @JsonProperty("show_if") @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = ShowIf.Filter.class)
        ShowIf showIf,

        List<Category> categories,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unit.Filter.class)
        Unit unit) {

    /**
     * Stored for a variable of several values when a person looked and found none of them: an answer like any other, so
     * that agreement, exports and imports need no special case and it is never taken for a missing one.
     */
    public static final String NONE = "none_of_these";

    /** Between the values of a set where a report shows them as one class. */
    public static final String TOGETHER = " + ";

    public Variable {
        key = PlainText.line(key);
        label = PlainText.line(label);
        group = PlainText.line(group);
        type = type == null ? VariableType.SINGLE : type;
        level = level == null ? type.usualLevel() : level;
        instruction = PlainText.clean(instruction);
        showIf = showIf == null ? ShowIf.ALWAYS : showIf;
        categories = categories == null ? List.of() : List.copyOf(categories);
        unit = unit == null ? Unit.IMAGE : unit;
    }

    /** Of every image. */
    public Variable(
            String key,
            String label,
            String group,
            VariableType type,
            Level level,
            boolean required,
            boolean unsure,
            String instruction,
            ShowIf showIf,
            List<Category> categories) {
        this(key, label, group, type, level, required, unsure, instruction, showIf, categories, Unit.IMAGE);
    }

    /** A required choice of one category: what most variables are. */
    public static Variable choice(String key, String label, List<Category> categories) {
        return new Variable(
                key, label, "", VariableType.SINGLE, Level.NOMINAL, true, true, "", ShowIf.ALWAYS, categories);
    }

    /** By its exact key. */
    public Optional<Category> category(String value) {
        return categories.stream().filter(c -> c.key().equals(value)).findFirst();
    }

    /** The values a code may take, in the order of the codebook; empty where any number or text may stand. */
    public List<String> values() {
        return type == VariableType.BOOLEAN
                ? VariableType.YES_NO
                : categories.stream().map(Category::key).toList();
    }

    /** What people read for a stored value, or for several as reports join them. */
    public String labelOf(String value) {
        return Stream.of(value.split(Pattern.quote(TOGETHER), -1))
                .map(this::labelOfOne)
                .collect(Collectors.joining(TOGETHER));
    }

    private String labelOfOne(String value) {
        if (type == VariableType.BOOLEAN && VariableType.YES_NO.contains(value)) {
            return value.equals(VariableType.YES_NO.get(0)) ? "Yes" : "No";
        }
        return category(value)
                .map(Category::label)
                .filter(label -> !label.isEmpty())
                .orElse(NONE.equals(value) ? "None of these" : value);
    }

    /** A sentence about images, said of what the variable is asked of; its own names stay as they are. */
    public String said(String ofImages) {
        return said(ofImages, List.of());
    }

    /** @param names of others that stay as they are, too: coders, accounts, variables */
    public String said(String ofImages, List<String> names) {
        var own = Stream.concat(Stream.of(label), categories.stream().map(Category::label));
        return unit.said(ofImages, Stream.concat(own, names.stream()).toList());
    }

    public List<String> said(List<String> ofImages) {
        return said(ofImages, List.of());
    }

    public List<String> said(List<String> ofImages, List<String> names) {
        return ofImages.stream().map(sentence -> said(sentence, names)).toList();
    }

    public boolean hasPhrases() {
        return categories.stream().anyMatch(c -> !c.phrases().isEmpty());
    }

    public Variable withKey(String changed) {
        return new Variable(
                changed, label, group, type, level, required, unsure, instruction, showIf, categories, unit);
    }

    public Variable withLabel(String changed) {
        return new Variable(key, changed, group, type, level, required, unsure, instruction, showIf, categories, unit);
    }

    public Variable withInstruction(String changed) {
        return new Variable(key, label, group, type, level, required, unsure, changed, showIf, categories, unit);
    }

    public Variable withShowIf(ShowIf changed) {
        return new Variable(key, label, group, type, level, required, unsure, instruction, changed, categories, unit);
    }

    public Variable withCategories(List<Category> changed) {
        return new Variable(key, label, group, type, level, required, unsure, instruction, showIf, changed, unit);
    }

    public Variable withUnit(Unit changed) {
        return new Variable(key, label, group, type, level, required, unsure, instruction, showIf, categories, changed);
    }
}
