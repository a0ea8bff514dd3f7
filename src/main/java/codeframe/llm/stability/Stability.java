package codeframe.llm.stability;

import codeframe.codebook.Variable;
import codeframe.llm.prompt.Phrasing;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.figures.AgreementReport;
import codeframe.statistics.agreement.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stability check as it is shown.
 *
 * @param same the agreement of the runs with the same words
 * @param all the agreement of all runs, those in other words included
 * @param answers to what not every run said the same
 */
public record Stability(
        StabilityChecks.Check check,
        List<StabilityChecks.CheckRun> runs,
        Optional<AgreementStudy.Strip> same,
        Optional<AgreementStudy.Strip> all,
        List<StabilityChecks.Answer> answers) {
    static final int MOST_DIFFERING = 200;

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
    public List<Line> lines() {
        return all.or(() -> same).stream()
                .flatMap(strip -> strip.lines().stream())
                .filter(line -> line.report().pairable().units() > 0)
                .map(this::line)
                .toList();
    }

    /** An image of which the runs do not say the same; {@code said} is in the order of the runs. */
    public record Differing(String variable, long image, String path, List<String> said) {}

    public List<Differing> differing() {
        var byPlace = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> List.of(answer.variable(), answer.image()), LinkedHashMap::new, Collectors.toList()));
        return byPlace.values().stream().map(this::differing).toList();
    }

    private Differing differing(List<StabilityChecks.Answer> of) {
        var first = of.get(0);
        var variable = variable(first.variable());
        var said = runs.stream()
                .map(run -> of.stream()
                        .filter(answer -> answer.run() == run.id())
                        .map(answer -> words(answer, variable))
                        .findFirst()
                        .orElse("no answer"))
                .toList();
        return new Differing(variable.map(Variable::label).orElse(first.variable()), first.image(), first.path(), said);
    }

    private Optional<Variable> variable(String key) {
        return all.or(() -> same).stream()
                .flatMap(strip -> strip.lines().stream())
                .map(AgreementStudy.Line::variable)
                .filter(variable -> variable.key().equals(key))
                .findFirst();
    }

    private static String words(StabilityChecks.Answer answer, Optional<Variable> variable) {
        return answer.values().stream()
                .map(value -> variable.map(known -> known.labelOf(value)).orElse(value))
                .map(word -> word.replace('_', ' '))
                .collect(Collectors.joining(" | "));
    }

    public boolean hasMoreDiffering() {
        return differing().size() == MOST_DIFFERING;
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
                ? codeframe.web.NumberText.percent(figure.number().getAsDouble())
                : "–";
    }
}
