package codeframe.report.export;

import codeframe.codebook.Codebook;
import codeframe.codebook.Flattening;
import codeframe.codebook.Variable;
import codeframe.web.Problem;
import codeframe.web.Word;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the columns of variables are called in the wide table. */
public enum WideColumnNames implements Word {
    KEYS(
            "the variable's key",
            codebook -> codebook.variables().stream().collect(Collectors.toMap(Variable::key, Variable::key))),
    GROUPS("group and key, as Picture_image_type", Flattening.KEYS::columns),
    NOTEBOOK("as the notebooks flatten answers, as Picture_ImageType", Flattening.NOTEBOOK::columns);

    private final String title;
    private final Function<Codebook, Map<String, String>> columns;

    WideColumnNames(String title, Function<Codebook, Map<String, String>> columns) {
        this.title = title;
        this.columns = columns;
    }

    public String title() {
        return title;
    }

    static WideColumnNames ofWord(String word) {
        return List.of(values()).stream()
                .filter(names -> names.word().equals(word.isEmpty() ? "keys" : word))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("names must be keys, groups or notebook."));
    }

    /** Column by key. */
    Map<String, String> of(List<Variable> variables) {
        return columns.apply(Codebook.blank("").withVariables(variables));
    }
}
