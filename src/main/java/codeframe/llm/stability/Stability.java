package codeframe.llm.stability;

import codeframe.agreement.Figure;
import codeframe.llm.prompt.Phrasing;
import codeframe.report.figures.AgreementReport;
import codeframe.report.study.AgreementStudy;
import java.util.List;
import java.util.Optional;

/**
 * A stability check as it is shown.
 *
 * @param same the agreement of the runs with the same words
 * @param all the agreement of all runs, those in other words included
 */
public record Stability(
        StabilityChecks.Check check,
        List<StabilityChecks.CheckRun> runs,
        Optional<AgreementStudy.Strip> same,
        Optional<AgreementStudy.Strip> all) {

    /** One variable; a figure is absent where fewer than two runs of that sort were made. */
    public record Line(String variable, String label, Optional<AgreementReport> same, Optional<AgreementReport> all) {
        /** The lower of the two, which decides what is said. */
        double lowest() {
            return Math.min(number(same), number(all));
        }

        private static double number(Optional<AgreementReport> report) {
            return report.map(one -> one.alpha().figure().number().orElse(2)).orElse(2.0);
        }

        /** In words: the lines that Krippendorff (2018, ch. 12) draws for data to be relied upon. */
        public String verdict() {
            double alpha = lowest();
            if (alpha > 1) {
                return undefined();
            } else if (alpha >= 0.8) {
                return "stable";
            }
            return alpha >= 0.667 ? "moderately stable" : "unstable";
        }

        private String undefined() {
            boolean identical = all.or(() -> same)
                    .map(report -> report.holsti().number().orElse(0) == 1)
                    .orElse(false);
            return identical ? "always the same answer" : "not known";
        }

        public boolean unstable() {
            return verdict().equals("unstable");
        }
    }

    /** Variables that have something to compare by now. */
    /** Variables that have something to compare by now. */
    public List<Line> lines() {
        return all.or(() -> same).stream()
                .flatMap(strip -> strip.lines().stream())
                .filter(line -> line.report().pairable().units() > 0)
                .map(this::line)
                .toList();
    }

    private Line line(AgreementStudy.Line found) {
        var key = found.variable().key();
        return new Line(key, found.variable().label(), report(same, key), report(all, key));
    }

    private static Optional<AgreementReport> report(Optional<AgreementStudy.Strip> strip, String key) {
        return strip.flatMap(found -> found.lines().stream()
                .filter(line -> line.variable().key().equals(key))
                .map(AgreementStudy.Line::report)
                .findFirst());
    }

    /** Coders of the runs, for the address of the agreement page. */
    public String coders() {
        return String.join(
                ",", runs.stream().map(run -> Long.toString(run.coder())).toList());
    }

    static boolean isUsual(StabilityChecks.CheckRun run) {
        return run.phrasing().equals(Phrasing.USUAL.word());
    }

    public static String words(StabilityChecks.CheckRun run) {
        return Phrasing.named(run.phrasing()).map(Phrasing::title).orElse(run.phrasing());
    }

    public static String share(Figure figure) {
        return figure.number().isPresent()
                ? codeframe.web.Figures.percent(figure.number().getAsDouble())
                : "–";
    }
}
