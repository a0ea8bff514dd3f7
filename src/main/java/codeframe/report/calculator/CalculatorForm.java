package codeframe.report.calculator;

import codeframe.statistics.agreement.Resampling;
import codeframe.table.Content;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * What was typed or chosen on the calculator's page, and what is wrong with it.
 *
 * @param csv the table as text; empty where it is too large to be shown
 */
public record CalculatorForm(
        String csv,
        TableFields table,
        String level,
        String weights,
        String categories,
        String abstain,
        String seed,
        String mistake,
        List<Problem.Mistake> mistakes) {

    /** How the table is read, as typed. */
    public record TableFields(
            String sheet, String header, String unit, String coders, List<String> missing, List<String> kept) {
        static final TableFields NONE = new TableFields("", "", "", "", List.of(), List.of());

        TableChoices choices() {
            return new TableChoices(sheet, header, unit, list(coders), new HashSet<>(missing), new HashSet<>(kept));
        }

        public boolean said() {
            return !(sheet + header + unit + coders).isEmpty();
        }
    }

    public static CalculatorForm empty() {
        return new CalculatorForm("", TableFields.NONE, "nominal", "", "", "", "1", "", List.of());
    }

    /** An uploaded file goes before pasted text; a small one is shown, so that it can be sent again. */
    static CalculatorForm of(Context ctx) {
        var table = fields(ctx);
        return new CalculatorForm(
                text(ctx, table),
                table,
                Params.text(ctx, "level"),
                Params.text(ctx, "weights"),
                Params.text(ctx, "categories"),
                Params.text(ctx, "abstain"),
                Params.text(ctx, "seed"),
                "",
                List.of());
    }

    /** Of the values that were asked about those that are ticked mean that there is no code. */
    private static TableFields fields(Context ctx) {
        var missing = ctx.formParams("missing");
        var kept = ctx.formParams("asked").stream()
                .filter(value -> !missing.contains(value))
                .toList();
        return new TableFields(
                Params.text(ctx, "sheet"),
                Params.text(ctx, "header"),
                Params.text(ctx, "unit"),
                Params.text(ctx, "coders"),
                missing,
                kept);
    }

    private static String text(Context ctx, TableFields table) {
        try {
            return TableText.of(file(ctx), table.choices());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Problem.Invalid toldWhenItIsComputed) {
            return "";
        }
    }

    private static Content file(Context ctx) {
        return () -> content(ctx);
    }

    /** The table itself. */
    static InputStream content(Context ctx) {
        var file = ctx.uploadedFile("file");
        if (file != null && file.size() > 0) {
            return file.content();
        }
        var typed = ctx.formParam("csv");
        return new ByteArrayInputStream((typed == null ? "" : typed).getBytes(StandardCharsets.UTF_8));
    }

    CalculatorForm wrong(Problem problem) {
        return new CalculatorForm(
                csv, table, level, weights, categories, abstain, seed, problem.getMessage(), problem.mistakes());
    }

    /** What is asked or wrong about a field, or null. */
    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }

    /** What is asked before anything can be computed; empty where nothing is. */
    public String question() {
        return mistakes.isEmpty() ? "" : mistakes.get(0).message();
    }

    AgreementParameters parameters() {
        return AgreementParameters.of(level, categories, weights, Resampling.REPLICATES, seedNumber());
    }

    long seedNumber() {
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("The seed must be a whole number, not \"" + seed + "\".");
        }
    }

    List<String> abstentions() {
        return list(abstain);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
