package codeframe.coding.screen;

import codeframe.codebook.Category;
import codeframe.codebook.Change;
import codeframe.codebook.Codebook;
import codeframe.codebook.Variable;
import java.util.List;

/** The codebook's pages for people who code, with examples and what is new. */
public record Guide(long project, Codebook codebook, List<Change> changes, List<Visits.Example> examples) {
    public List<Change> changes(Variable variable) {
        return changes.stream()
                .filter(change -> change.variable().equals(variable.key()))
                .toList();
    }

    public List<Long> examples(Variable variable, Category category) {
        return examples.stream()
                .filter(example -> example.variable().equals(variable.key())
                        && example.category().equals(category.key()))
                .map(Visits.Example::image)
                .toList();
    }
}
