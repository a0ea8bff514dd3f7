package codeframe.coding.intake;

import codeframe.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the forms in which a table holds human codes; collects what its rows say. */
abstract class TableForm {
    private final List<FileAnswer> answers = new ArrayList<>();
    private final List<MatchReport.NotTaken> notTaken = new ArrayList<>();
    private final List<MatchReport.Unmatched> refused = new ArrayList<>();
    private long blank;

    abstract void read(Row row);

    final void add(FileAnswer answer) {
        answers.add(answer);
    }

    final void blank() {
        blank++;
    }

    final void leaveOut(String column, String reason) {
        notTaken.add(new MatchReport.NotTaken("column", column, 1, reason));
    }

    final void refuse(long row, String reason) {
        refused.add(new MatchReport.Unmatched(row, reason));
    }

    final CodesFile file(Set<Long> rows, List<String> remarks) {
        return new CodesFile(rows, answers, Map.of(), blank, refused, notTaken, remarks);
    }
}
