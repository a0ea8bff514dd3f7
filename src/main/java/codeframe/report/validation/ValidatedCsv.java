package codeframe.report.validation;

import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.LabelsReport;
import codeframe.report.figures.ValidationCsv;
import codeframe.statistics.agreement.Figure;

/** A validation as one table, run after run; a row "coder" says whose figures follow. */
public final class ValidatedCsv {
    private ValidatedCsv() {}

    public static String of(Validated validated) {
        return AgreementCsv.text(csv -> {
            var rows = new AgreementCsv.Rows(csv, validated.variable());
            validated.words().forEach(rows::note);
            for (var held : validated.runs()) {
                var name = held.machine().name();
                rows.note("The rows below are of " + name + " against "
                        + validated.goldSample().gold().name() + ".");
                write(rows, held);
            }
        });
    }

    private static void write(AgreementCsv.Rows rows, ValidatedRun held) {
        held.report().ifPresent(report -> ValidationCsv.write(rows, report));
        held.labels().ifPresent(report -> labels(rows, report));
        held.scaling().ifPresent(scaling -> {
            long n = Math.round(scaling.fitted().n());
            rows.add("temperature", "", n, Figure.of(scaling.temperature()));
            ValidationCsv.calibration(rows, "with temperature", scaling.fitted());
        });
        held.platt().ifPresent(scaling -> {
            long n = Math.round(scaling.fitted().n());
            rows.add("platt_slope", "", n, Figure.of(scaling.platt().slope()));
            rows.add("platt_intercept", "", n, Figure.of(scaling.platt().intercept()));
            ValidationCsv.calibration(rows, "with Platt scaling", scaling.fitted());
        });
        for (var group : held.groups()) {
            group.shares()
                    .forEach(share ->
                            ValidationCsv.share(rows, group.group() + " | " + share.label(), group.labelled(), share));
        }
        humans(rows, held.humans());
    }

    private static void labels(AgreementCsv.Rows rows, LabelsReport report) {
        rows.add("coverage", "", report.units(), report.coverage());
        rows.add("whole_set_right", "", report.units(), report.exact());
        rows.add("jaccard", "", report.units(), report.jaccard());
        rows.add("alpha", "", report.units(), report.alpha());
        for (var label : report.labels()) {
            rows.add("precision", label.label(), label.support(), label.precision());
            rows.add("recall", label.label(), label.support(), label.recall());
            rows.add("f1", label.label(), label.support(), label.f1());
            ValidationCsv.share(rows, label.label(), report.units(), label.share());
        }
    }

    private static void humans(AgreementCsv.Rows rows, HumanBenchmark humans) {
        if (humans.each().isEmpty()) {
            return;
        }
        rows.add("alpha_of_people", "", humans.each().size(), humans.between());
        for (var human : humans.each()) {
            rows.add("person_with_majority", human.name(), human.n(), human.person());
            rows.add("machine_with_majority", human.name(), human.n(), human.machine());
            rows.add("alpha_with_machine", human.name(), human.n(), human.alpha());
        }
        humans.altTest().ifPresent(test -> {
            long n = test.humans().size();
            rows.add("alt_test_epsilon", "", n, Figure.of(test.epsilon()));
            rows.add("alt_test_winning_rate", "", n, Figure.of(test.winningRate()));
            rows.add("alt_test_advantage", "", n, Figure.of(test.advantage()));
            for (var human : test.humans()) {
                rows.add("alt_test_p", humans.name(human), human.units(), Figure.of(human.p()));
                rows.add("alt_test_machine_wins", humans.name(human), human.units(), Figure.of(human.machineWins()));
                rows.add("alt_test_human_wins", humans.name(human), human.units(), Figure.of(human.humanWins()));
            }
        });
    }
}
