package codeframe.coding.intake;

import codeframe.codebook.Variable;
import codeframe.table.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One row per image and coder, and one column per variable. */
final class ColumnPerVariable extends TableForm {
    private static final Set<String> OTHERS = Set.of("coder", "note", "created_at");

    private final int image;
    private final int coder;
    private final int note;
    private final int createdAt;
    private final ImportChoices naming;
    private final Map<Integer, Variable> variables = new LinkedHashMap<>();

    ColumnPerVariable(List<String> header, int image, int coder, ImportChoices naming, ImportedAnswers reading) {
        this.image = image;
        this.coder = coder;
        this.naming = naming;
        note = CodesCsv.column(header, Set.of("note"));
        createdAt = CodesCsv.column(header, Set.of("created_at"));
        for (int column = 0; column < header.size(); column++) {
            var name = header.get(column);
            var variable = reading.variable(name);
            if (variable.isPresent()) {
                variables.put(column, variable.get());
            } else if (column != image && !OTHERS.contains(name)) {
                leaveOut(name, "The codebook has no variable of this name.");
            }
        }
    }

    @Override
    void read(Row row) {
        var who = naming.coder().isEmpty() ? row.cell(coder) : naming.coder();
        variables.forEach((column, variable) -> {
            if (row.cell(column).isEmpty()) {
                blank();
            } else {
                add(new FileAnswer(
                        row.number(),
                        row.cell(image),
                        who,
                        variable.key(),
                        List.of(row.cell(column)),
                        "",
                        row.cell(note),
                        row.cell(createdAt)));
            }
        });
    }
}
