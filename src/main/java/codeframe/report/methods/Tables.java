package codeframe.report.methods;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.figures.FigureText;
import codeframe.report.figures.ValidationReport;
import codeframe.report.regression.Regressed;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidatedRun;
import codeframe.statistics.agreement.Figure;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of the appendix. */
final class Tables {
    private Tables() {}

    static List<Table> of(
            List<AgreementStudy.Opened> agreement, List<Validated> validations, Optional<Regressed> regression) {
        var tables = new ArrayList<Table>();
        tables.add(reliability(agreement));
        for (var validated : validations) {
            for (var held : validated.runs()) {
                held.report().ifPresent(report -> {
                    tables.add(classes(validated, held, report));
                    tables.add(prevalence(validated, held, report));
                });
                held.labels().ifPresent(report -> tables.add(labels(validated, held)));
            }
        }
        regression.map(Regressions::table).ifPresent(tables::add);
        return tables;
    }

    private static Table reliability(List<AgreementStudy.Opened> agreement) {
        var rows = agreement.stream()
                .map(opened -> {
                    var report = opened.line().report();
                    return List.of(
                            opened.line().variable().label(),
                            report.variable().levelWord(),
                            NumberText.count(report.pairable().units()),
                            Long.toString(report.coders()),
                            NumberText.count(report.pairable().codes()),
                            FigureText.value(report.coefficients().get("percent_agreement")),
                            FigureText.value(report.alpha().figure()),
                            FigureText.limits(report.alpha().figure()),
                            FigureText.value(report.gwet()));
                })
                .toList();
        return new Table(
                "Intercoder reliability by variable",
                List.of("Variable", "Level", "n units", "Coders", "Pairable", "Agreement", "α", "95 % CI", "AC1"),
                rows);
    }

    private static Table classes(Validated validated, ValidatedRun held, ValidationReport report) {
        var rows = report.classes().stream()
                .map(found -> List.of(
                        validated.variable().labelOf(found.label()),
                        NumberText.count(found.support()),
                        cell(found.precision()),
                        cell(found.recall()),
                        cell(found.f1())))
                .toList();
        return new Table(
                caption(validated, held) + ": precision, recall and F1 by class",
                List.of("Class", "n gold", "Precision", "Recall", "F1"),
                rows);
    }

    private static Table prevalence(Validated validated, ValidatedRun held, ValidationReport report) {
        var rows = report.prevalence().stream()
                .map(share -> List.of(
                        validated.variable().labelOf(share.label()),
                        cell(share.naive()),
                        cell(share.gold()),
                        cell(share.corrected()),
                        cell(share.ppi())))
                .toList();
        return new Table(
                caption(validated, held) + ": share of each class, naive and corrected",
                List.of("Class", "Machine alone", "Gold alone", "Corrected", "PPI++"),
                rows);
    }

    private static Table labels(Validated validated, ValidatedRun held) {
        var rows = held.labels().orElseThrow().labels().stream()
                .map(label -> List.of(
                        validated.variable().labelOf(label.label()),
                        NumberText.count(label.support()),
                        cell(label.precision()),
                        cell(label.recall()),
                        cell(label.f1()),
                        cell(label.share().corrected())))
                .toList();
        return new Table(
                caption(validated, held) + ": every label by itself",
                List.of("Label", "n gold", "Precision", "Recall", "F1", "Corrected share"),
                rows);
    }

    private static String caption(Validated validated, ValidatedRun held) {
        return validated.variable().label() + ", " + held.machine().name() + " against gold";
    }

    private static String cell(Figure figure) {
        return (FigureText.value(figure) + " " + FigureText.limits(figure)).strip();
    }
}
