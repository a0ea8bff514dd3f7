package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.validation.Calibration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A validation report as one table, in the columns of {@link AgreementCsv}. */
public final class ValidationCsv {
    private ValidationCsv() {}

    public static String of(String variable, ValidationReport report) {
        return AgreementCsv.text(csv -> write(new AgreementCsv.Rows(csv, variable), report));
    }

    /** With sentences that belong to the figures, such as how the table was read. */
    public static String of(String variable, ValidationReport report, List<String> notes) {
        return AgreementCsv.text(csv -> {
            var rows = new AgreementCsv.Rows(csv, variable);
            write(rows, report);
            notes.forEach(rows::note);
        });
    }

    public static void write(AgreementCsv.Rows rows, ValidationReport report) {
        long n = report.judged().predictions().units();
        rows.add("coverage", "", n, report.coverage());
        rows.add("accuracy", "", n, report.accuracy());
        report.composites().forEach((name, figure) -> rows.add(name, "", n, figure));
        for (var found : report.classes()) {
            rows.add("precision", found.label(), found.support(), found.precision());
            rows.add("recall", found.label(), found.support(), found.recall());
            rows.add("f1", found.label(), found.support(), found.f1());
        }
        report.prevalence().forEach(share -> share(rows, share.label(), n, share));
        report.calibration().ifPresent(calibration -> calibration(rows, "", calibration));
        report.warnings(UnaryOperator.identity()).forEach(rows::warning);
    }

    /** @param of the class, or the group and the class */
    public static void share(AgreementCsv.Rows rows, String of, long n, ClassShare share) {
        rows.add("prevalence_naive", of, n, share.naive());
        rows.add("prevalence_gold", of, n, share.gold());
        rows.add("prevalence_corrected", of, n, share.corrected());
        rows.add("prevalence_ppi", of, n, share.ppi());
        share.effectiveGold().ifPresent(effective -> rows.add("effective_gold_n", of, n, Figure.of(effective)));
    }

    public static void calibration(AgreementCsv.Rows rows, String of, Calibration found) {
        long n = Math.round(found.n());
        rows.add("expected_calibration_error", of, n, Figure.of(found.expectedError()));
        rows.add("brier_score", of, n, Figure.of(found.brier()));
    }
}
