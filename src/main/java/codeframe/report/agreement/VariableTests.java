package codeframe.report.agreement;

import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.AgreementReport;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.OrderTrend;
import codeframe.statistics.validation.Holm;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is tested of every variable of a report, with p adjusted by Holm (1979) over the variables that have one. */
public record VariableTests(List<Row> rows) {
    /** A p, and the same for as many variables as were tested. */
    public record Tested(double p, double adjusted) {}

    /**
     * @param below one-sided p that α is not above .667: (b + 1)/(B + 1) of B replicates of which b lay below (Davison and
     *     Hinkley 1997, eq. 4.11)
     */
    public record Row(
            AgreementStudy.Line line, Optional<Tested> below, Optional<OrderTrend> drift, Optional<Tested> drifting) {
        void write(AgreementCsv.Rows rows, long n) {
            below.ifPresent(tested -> write(rows, "alpha_above_667", n, tested));
            drift.ifPresent(trend -> {
                rows.add("drift_rho", "", trend.n(), Figure.of(trend.rho()));
                rows.add("drift_t", "", trend.n(), Figure.of(trend.t()));
            });
            drifting.ifPresent(tested -> write(rows, "drift", n, tested));
        }

        private static void write(AgreementCsv.Rows rows, String name, long n, Tested tested) {
            rows.add(name + "_p", "", n, Figure.of(tested.p()));
            rows.add(name + "_p_holm", "", n, Figure.of(tested.adjusted()));
        }

        void write(ObjectNode node) {
            below.ifPresent(tested -> write(node.putObject("alpha_above_667"), tested));
            drift.ifPresent(trend -> {
                var drifted = node.putObject("drift");
                drifted.put("n", trend.n()).put("rho", trend.rho()).put("t", trend.t());
                drifting.ifPresent(tested -> write(drifted, tested));
            });
        }

        private static void write(ObjectNode node, Tested tested) {
            node.put("p", tested.p()).put("p_holm", tested.adjusted());
        }
    }

    static VariableTests of(List<AgreementStudy.Line> lines) {
        var below = adjusted(lines, line -> below(line.report()));
        var drifting = adjusted(lines, line -> line.drift().map(OrderTrend::p));
        return new VariableTests(lines.stream()
                .map(line -> new Row(
                        line,
                        Optional.ofNullable(below.get(line.variable().key())),
                        line.drift(),
                        Optional.ofNullable(drifting.get(line.variable().key()))))
                .toList());
    }

    private static Optional<Double> below(AgreementReport report) {
        double drawn = report.alpha().asked().replicates();
        return report.alpha().chances().map(chances -> (chances.below667() * drawn + 1) / (drawn + 1));
    }

    private static Map<String, Tested> adjusted(
            List<AgreementStudy.Line> lines, Function<AgreementStudy.Line, Optional<Double>> p) {
        var tested = lines.stream().filter(line -> p.apply(line).isPresent()).toList();
        var values =
                tested.stream().mapToDouble(line -> p.apply(line).orElseThrow()).toArray();
        var holm = Holm.adjust(values);
        return IntStream.range(0, values.length)
                .boxed()
                .collect(Collectors.toMap(i -> tested.get(i).variable().key(), i -> new Tested(values[i], holm[i])));
    }

    /** Whether anything was tested. */
    public boolean any() {
        return rows.stream()
                .anyMatch(row -> row.below().isPresent() || row.drift().isPresent());
    }
}
