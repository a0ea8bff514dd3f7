package codeframe.report.figures;

import codeframe.codebook.Variable;
import codeframe.statistics.agreement.Figure;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A report as one table: what, of which, its n, value, error, limits and method, or why it is undefined. */
public final class AgreementCsv {
    private AgreementCsv() {}

    public static String of(String variable, AgreementReport report) {
        return text(csv -> write(new Rows(csv, variable), report));
    }

    /** With sentences that belong to the figures, such as how the table was read. */
    public static String of(String variable, AgreementReport report, List<String> notes) {
        return text(csv -> {
            var rows = new Rows(csv, variable);
            write(rows, report);
            notes.forEach(rows::note);
        });
    }

    /** The header, and below it what is written. */
    public static String text(Consumer<CsvWriter> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            header(csv);
            rows.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    public static void header(CsvWriter csv) {
        csv.writeRecord(
                "variable", "figure", "of", "n", "value", "se", "ci_low", "ci_high", "method", "undefined", "unit");
    }

    public static void write(Rows rows, AgreementReport report) {
        rows.add("alpha", "", report.pairable().units(), report.alpha().figure());
        rows.add("alpha_analytic", "", report.pairable().units(), report.alpha().analytic());
        chances(rows, report);
        report.coefficients()
                .forEach((name, figure) -> rows.add(name, "", report.pairable().units(), figure));
        rows.add("holsti", "", report.pairable().units(), report.holsti());
        for (var category : report.categories()) {
            rows.add("specific_agreement", category.category(), category.n(), category.specific());
            rows.add("alpha_of_category", category.category(), category.n(), category.alpha());
        }
        report.warnings(UnaryOperator.identity()).forEach(rows::warning);
        for (var pair : report.pairs()) {
            var names = pair.a() + " | " + pair.b();
            rows.add(
                    "pair_percent_agreement",
                    names,
                    pair.found().n(),
                    pair.found().percent());
            rows.add("pair_alpha", names, pair.found().n(), pair.found().alpha());
            rows.add("pair_cohen_kappa", names, pair.found().n(), pair.found().kappa());
        }
    }

    private static void chances(Rows rows, AgreementReport report) {
        long n = report.pairable().units();
        report.alpha().chances().ifPresent(chances -> {
            rows.add("alpha_share_of_replicates_below_667", "", n, Figure.of(chances.below667()));
            rows.add("alpha_share_of_replicates_below_800", "", n, Figure.of(chances.below800()));
            rows.add("alpha_share_of_replicates_undefined", "", n, Figure.of(chances.undefined()));
        });
        report.alpha().kalpha().ifPresent(printed -> {
            rows.add("alpha_kalpha", "", n, report.alpha().figure().within(printed.limits()));
            rows.add("alpha_kalpha_q_below_667", "", n, Figure.of(printed.below667()));
            rows.add("alpha_kalpha_q_below_800", "", n, Figure.of(printed.below800()));
        });
    }

    /**
     * The rows of one variable.
     *
     * @param unit what n counts; empty where nothing of ours says so
     */
    public record Rows(CsvWriter csv, String variable, String unit) {
        public Rows(CsvWriter csv, String variable) {
            this(csv, variable, "");
        }

        public Rows(CsvWriter csv, Variable variable) {
            this(csv, variable.key(), variable.unit().word());
        }

        /** A sentence that belongs to the figures, such as what the lens leaves out. */
        public void note(String sentence) {
            csv.writeRecord(variable, "note", sentence, "", "", "", "", "", "", "", unit);
        }

        /** A sentence that stands in the way of relying on the figures. */
        public void warning(String sentence) {
            csv.writeRecord(variable, "warning", sentence, "", "", "", "", "", "", "", unit);
        }

        public void add(String figure, String of, long n, Figure found) {
            if (found instanceof Figure.Undefined undefined) {
                csv.writeRecord(variable, figure, of, Long.toString(n), "", "", "", "", "", undefined.reason(), unit);
                return;
            }
            var estimate = (Figure.Estimate) found;
            var limits = estimate.interval();
            csv.writeRecord(
                    variable,
                    figure,
                    of,
                    Long.toString(n),
                    Double.toString(estimate.value()),
                    estimate.se().isPresent() ? Double.toString(estimate.se().getAsDouble()) : "",
                    limits.map(l -> Double.toString(l.low())).orElse(""),
                    limits.map(l -> Double.toString(l.high())).orElse(""),
                    limits.map(l -> l.method()).orElse(""),
                    "",
                    unit);
        }
    }
}
