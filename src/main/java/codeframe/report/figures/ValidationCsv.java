package codeframe.report.figures;

import de.siegmar.fastcsv.writer.CsvWriter;

/** A validation report as one table, in the columns of {@link AgreementCsv}. */
public final class ValidationCsv {
    private ValidationCsv() {}

    public static String of(String variable, ValidationReport report) {
        return AgreementCsv.text(csv -> write(csv, variable, report));
    }

    private static void write(CsvWriter csv, String variable, ValidationReport report) {
        var rows = new AgreementCsv.Rows(csv, variable);
        long n = report.judged().predictions().units();
        rows.add("coverage", "", n, report.coverage());
        rows.add("accuracy", "", n, report.accuracy());
        report.composites().forEach((name, figure) -> rows.add(name, "", n, figure));
        for (var found : report.classes()) {
            rows.add("precision", found.label(), found.support(), found.precision());
            rows.add("recall", found.label(), found.support(), found.recall());
            rows.add("f1", found.label(), found.support(), found.f1());
        }
        for (var share : report.prevalence()) {
            rows.add("prevalence_naive", share.label(), n, share.naive());
            rows.add("prevalence_gold", share.label(), n, share.gold());
            rows.add("prevalence_corrected", share.label(), n, share.corrected());
            rows.add("prevalence_ppi", share.label(), n, share.ppi());
        }
    }
}
