package codeframe.coding.intake;

import codeframe.table.Row;
import java.util.List;
import java.util.Set;

/** One row per answer: {@code image, variable, value, coder} and, where they are there, state, note, created_at and occasion. */
final class LongForm extends TableForm {
    private static final String SECOND =
            "It is a second coding of the image by the same coder (occasion 2), which would replace the first.";

    private final int image;
    private final int variable;
    private final int value;
    private final int coder;
    private final int state;
    private final int note;
    private final int createdAt;
    private final int occasion;
    private final ImportChoices naming;

    LongForm(List<String> header, int image, ImportChoices naming) {
        this.image = image;
        this.naming = naming;
        variable = CodesCsv.column(header, Set.of("variable"));
        value = CodesCsv.column(header, Set.of("value"));
        coder = CodesCsv.column(header, Set.of("coder"));
        state = CodesCsv.column(header, Set.of("state"));
        note = CodesCsv.column(header, Set.of("note"));
        createdAt = CodesCsv.column(header, Set.of("created_at"));
        occasion = CodesCsv.column(header, Set.of("occasion"));
    }

    @Override
    void read(Row row) {
        if (row.cell(occasion).equals("2")) {
            refuse(row.number(), SECOND);
            return;
        }
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
