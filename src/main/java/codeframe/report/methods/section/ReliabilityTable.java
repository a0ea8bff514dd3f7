package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.cell;
import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.decimal;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import java.util.List;

/** Agreement by variable, a row each: the table that reviewers look for. */
final class ReliabilityTable {
    private ReliabilityTable() {}

    static PrintedTable of(List<AgreementStudy.Line> lines) {
        return new PrintedTable(
                "reliability",
                new Bilingual("Intercoder reliability by variable", "Intercoder-Reliabilität je Variable"),
                2,
                List.of(
                        Bilingual.of("Variable"),
                        new Bilingual("Level", "Niveau"),
                        Bilingual.of("n"),
                        new Bilingual("Coders", "Personen"),
                        new Bilingual("Pairable codes", "Paarbare Codes"),
                        new Bilingual("Agreement", "Übereinstimmung"),
                        Bilingual.of("α [95 %]"),
                        new Bilingual("P(α < .667)", "P(α < ,667)"),
                        new Bilingual("P(α < .800)", "P(α < ,800)"),
                        Bilingual.of("AC1 [95 %]")),
                lines.stream().map(ReliabilityTable::row).toList());
    }

    private static List<Bilingual> row(AgreementStudy.Line line) {
        var report = line.report();
        var chances = report.alpha().chances();
        return List.of(
                Bilingual.of(line.variable().label()),
                StudyWords.level(line.variable().level()),
                UnitWords.counted(report.pairable().units(), line.variable().unit()),
                count(report.coders()),
                count(report.pairable().codes()),
                cell(report.coefficients().get("percent_agreement")),
                cell(report.alpha().figure()),
                chances.map(found -> decimal(found.below667(), 3)).orElse(Bilingual.of("–")),
                chances.map(found -> decimal(found.below800(), 3)).orElse(Bilingual.of("–")),
                cell(report.gwet()));
    }
}
