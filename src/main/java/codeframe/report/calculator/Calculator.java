package codeframe.report.calculator;

import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.AgreementReport;
import codeframe.report.figures.ReportSize;
import codeframe.report.figures.ValidationReport;
import codeframe.table.Spooled;
import codeframe.table.Unreadable;
import codeframe.web.Calculations;
import codeframe.web.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads a table that was sent and computes its report: at once what is small, in its turn what is large or laborious. */
public final class Calculator {
    private static final long LARGEST = 512_000_000;
    private static final long LARGE = 1_000_000;

    private final Calculations calculations;

    public Calculator(Calculations calculations) {
        this.calculations = calculations;
    }

    /** A report with what was said about reading its table. */
    public record Computed<T>(T report, List<String> notes, List<LabelQuestion> questions) {
        /** The notes with every question among them, for an answer that cannot be asked back. */
        public List<String> allNotes() {
            return Stream.concat(notes.stream(), questions.stream().map(LabelQuestion::advice))
                    .toList();
        }
    }

    /** As a whole before it is read: a slow sender keeps nobody from their turn, and a refusal is not cut off. */
    public Spooled taken(InputStream sent) throws IOException {
        try {
            return Spooled.of(sent, LARGEST);
        } catch (Unreadable tooLarge) {
            throw new Problem.TooLarge(tooLarge.getMessage() + " Nothing was computed.");
        }
    }

    public Computed<AgreementReport> agreement(Spooled table, TableChoices choices, AgreementParameters asked) {
        return inTurn(table.size() > LARGE, () -> {
            var sheet = CodeSheets.read(table, choices, asked.level(), asked.categories());
            var size = ReportSize.of(sheet.variable(), asked.question());
            size.check();
            return inTurn(
                    size.heavy(),
                    () -> new Computed<>(
                            AgreementReport.of(sheet.variable(), asked.question()), sheet.notes(), sheet.questions()));
        });
    }

    public Computed<ValidationReport> validation(
            Spooled table, TableChoices choices, List<String> abstentions, AgreementQuestion question) {
        return inTurn(table.size() > LARGE, () -> {
            var sheet = JudgedSheets.read(table, choices, abstentions);
            var size = ReportSize.of(sheet.judged(), question);
            size.check();
            return inTurn(
                    size.heavy(),
                    () -> new Computed<>(
                            ValidationReport.of(sheet.judged(), question), sheet.notes(), sheet.questions()));
        });
    }

    private <T> T inTurn(boolean heavy, Supplier<T> work) {
        return heavy ? calculations.run(work) : work.get();
    }
}
