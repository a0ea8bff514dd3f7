package codeframe.coding.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the forms in which a table holds human codes; collects what its rows say. */
abstract class TableForm {
    private final List<Answer> answers = new ArrayList<>();
    private final List<MatchReport.NotTaken> notTaken = new ArrayList<>();
    private long blank;

    abstract void read(CodesCsv.Row row);

    final void add(Answer answer) {
        answers.add(answer);
    }

    final void blank() {
        blank++;
    }

    final void leaveOut(String column, String reason) {
        notTaken.add(new MatchReport.NotTaken("column", column, 1, reason));
    }

    final CodesFile file(Set<Long> rows) {
        return new CodesFile(rows, answers, Map.of(), blank, List.of(), notTaken);
    }
}
