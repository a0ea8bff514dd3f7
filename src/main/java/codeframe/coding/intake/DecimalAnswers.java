package codeframe.coding.intake;

import codeframe.codebook.VariableType;
import codeframe.table.DecimalSign;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a table of codes, read with the decimal sign of the whole table; what that leaves open is refused. */
final class DecimalAnswers {
    private final ImportedAnswers reading;
    private final DecimalSign decimals = new DecimalSign();

    private DecimalAnswers(ImportedAnswers reading) {
        this.reading = reading;
    }

    static CodesFile of(CodesFile table, ImportedAnswers reading) {
        return new DecimalAnswers(reading).read(table);
    }

    private CodesFile read(CodesFile table) {
        table.answers().stream()
                .filter(this::isNumber)
                .forEach(answer -> answer.values().forEach(value -> decimals.look(value, answer.row())));
        var refused = new ArrayList<>(table.refused());
        var answers = new ArrayList<FileAnswer>();
        for (var answer : table.answers()) {
            if (decimals.problem().isPresent() && isNumber(answer) && hasSign(answer)) {
                refused.add(new MatchReport.Unmatched(answer.row(), refusal(answer)));
            } else {
                answers.add(isNumber(answer) ? plain(answer) : answer);
            }
        }
        var remarks = new ArrayList<>(table.remarks());
        decimals.remark().filter(remark -> decimals.problem().isEmpty()).ifPresent(remarks::add);
        return table.with(answers, refused, remarks);
    }

    private boolean isNumber(FileAnswer answer) {
        return reading.variable(answer.variable())
                .filter(variable -> variable.type() == VariableType.NUMBER)
                .isPresent();
    }

    private static boolean hasSign(FileAnswer answer) {
        return answer.values().stream().anyMatch(value -> value.indexOf('.') >= 0 || value.indexOf(',') >= 0);
    }

    private String refusal(FileAnswer answer) {
        return "\"%s\" is not taken as a number. %s"
                .formatted(
                        String.join(", ", answer.values()), decimals.problem().orElseThrow());
    }

    private FileAnswer plain(FileAnswer answer) {
        List<String> values = answer.values().stream().map(decimals::plain).toList();
        return new FileAnswer(
                answer.row(),
                answer.image(),
                answer.coder(),
                answer.variable(),
                values,
                answer.state(),
                answer.note(),
                answer.createdAt());
    }
}
