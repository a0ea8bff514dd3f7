package codeframe.coding.gold;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.Codebooks;
import codeframe.codebook.Variable;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.List;

/** Writes what an adjudicator learned into the draft of the codebook, where the next version takes it up. */
public final class CodebookNotes {
    private final Codebooks codebooks;

    public CodebookNotes(Codebooks codebooks) {
        this.codebooks = codebooks;
    }

    /** A rule of the category that was decided for; where no single one was, a line of the variable's instruction. */
    void write(long project, long user, GoldUnit unit, CoderAnswer answer, String note) {
        codebooks.change(
                project, user, codebook -> noted(codebook, unit.variable().key(), answer, note));
    }

    private static Codebook noted(Codebook codebook, String key, CoderAnswer answer, String note) {
        int position = codebook.position(key);
        if (position < 0) {
            throw new Problem.Conflict("The draft of the codebook no longer has this variable, so nothing was decided."
                    + " Decide without the note.");
        }
        var variable = codebook.variables().get(position);
        return codebook.with(position, noted(variable, answer, note));
    }

    private static Variable noted(Variable variable, CoderAnswer answer, String note) {
        if (answer.values().size() == 1) {
            var value = answer.values().iterator().next();
            if (variable.category(value).isPresent()) {
                return variable.withCategories(variable.categories().stream()
                        .map(category -> category.key().equals(value) ? including(category, note) : category)
                        .toList());
            }
        }
        return variable.withInstruction((variable.instruction() + "\n" + note).strip());
    }

    private static Category including(Category category, String note) {
        List<String> include = new ArrayList<>(category.include());
        include.add(note);
        return new Category(
                category.key(),
                category.label(),
                category.definition(),
                include,
                category.exclude(),
                category.phrases());
    }
}
