package codeframe.codebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** A variable is asked only when another one has one of these values; without a condition it is always asked. */
@JsonPropertyOrder({"variable", "is"})
public record ShowIf(String variable, @JsonProperty("is") List<String> values) {
    public static final ShowIf ALWAYS = new ShowIf("", List.of());

    public ShowIf {
        variable = PlainText.line(variable);
        values = PlainText.lines(values);
    }

    public boolean always() {
        return variable.isEmpty();
    }

    /** Keeps "always" out of the document. Jackson asks a filter by its {@code equals}. */
    static final class Filter {
        @Override
        public boolean equals(Object other) {
            return other == null || other.equals(ALWAYS);
        }

        @Override
        public int hashCode() {
            return ALWAYS.hashCode();
        }
    }
}
