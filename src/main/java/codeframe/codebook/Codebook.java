package codeframe.codebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The variables of a study and their instructions: one document that people and machines code by. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"codebook", "objective", "language", "variables"})
public record Codebook(
        @JsonProperty("codebook") String name, String objective, String language, List<Variable> variables) {

    public Codebook {
        name = PlainText.line(name);
        objective = PlainText.clean(objective);
        language = PlainText.line(language);
        variables = variables == null ? List.of() : List.copyOf(variables);
    }

    public static Codebook blank(String name) {
        return new Codebook(name, "", "en", List.of());
    }

    /** By its exact key: {@code environment} never finds {@code environment_location}. */
    public Optional<Variable> variable(String key) {
        return variables.stream().filter(v -> v.key().equals(key)).findFirst();
    }

    public List<String> keys() {
        return variables.stream().map(Variable::key).toList();
    }

    public int position(String key) {
        return keys().indexOf(key);
    }

    public Codebook withVariables(List<Variable> changed) {
        return new Codebook(name, objective, language, changed);
    }

    /** Only the variables of these keys; all of them where none is named. */
    public Codebook asking(List<String> keys) {
        return keys.isEmpty()
                ? this
                : withVariables(
                        variables.stream().filter(v -> keys.contains(v.key())).toList());
    }

    public Codebook with(int position, Variable variable) {
        var changed = new ArrayList<>(variables);
        changed.set(position, variable);
        return withVariables(changed);
    }

    /** The variable inserted before the one that stands at the position now, or last. */
    public Codebook inserted(int position, Variable variable) {
        var changed = new ArrayList<>(variables);
        changed.add(Math.max(0, Math.min(position, changed.size())), variable);
        return withVariables(changed);
    }

    public Codebook without(int position) {
        var changed = new ArrayList<>(variables);
        changed.remove(position);
        return withVariables(changed);
    }

    /** The groups in the order in which they first appear; variables without one stand under "". */
    public List<String> groups() {
        return variables.stream().map(Variable::group).distinct().toList();
    }
}
