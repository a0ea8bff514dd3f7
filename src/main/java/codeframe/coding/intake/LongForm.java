package codeframe.coding.intake;

import codeframe.table.Row;
import java.util.List;
import java.util.Set;

/** One row per answer: {@code image, variable, value, coder} and, where they are there, state, note and created_at. */
final class LongForm extends TableForm {
    private final int image;
    private final int variable;
    private final int value;
    private final int coder;
    private final int state;
    private final int note;
    private final int createdAt;
    private final Naming naming;

    LongForm(List<String> header, int image, Naming naming) {
        this.image = image;
        this.naming = naming;
        variable = CodesCsv.column(header, Set.of("variable"));
        value = CodesCsv.column(header, Set.of("value"));
        coder = CodesCsv.column(header, Set.of("coder"));
        state = CodesCsv.column(header, Set.of("state"));
        note = CodesCsv.column(header, Set.of("note"));
        createdAt = CodesCsv.column(header, Set.of("created_at"));
    }

    @Override
    void read(Row row) {
        add(new FileAnswer(
                row.number(),
                row.cell(image),
                naming.coder().isEmpty() ? row.cell(coder) : naming.coder(),
                row.cell(variable),
                List.of(row.cell(value)),
                row.cell(state),
                row.cell(note),
                row.cell(createdAt)));
    }
}
