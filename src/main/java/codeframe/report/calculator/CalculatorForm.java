package codeframe.report.calculator;

import codeframe.statistics.agreement.Resampling;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What was typed or chosen on the calculator's page, and what is wrong with it. */
public record CalculatorForm(
        String csv, String level, String weights, String categories, String abstain, String seed, String mistake) {
    private static final int MOST_SHOWN = 400_000;

    public static CalculatorForm empty() {
        return new CalculatorForm("", "nominal", "", "", "", "1", "");
    }

    /** An uploaded file goes before pasted text; a small one is shown, so that it can be sent again. */
    static CalculatorForm of(Context ctx) {
        return new CalculatorForm(
                text(ctx),
                Params.text(ctx, "level"),
                Params.text(ctx, "weights"),
                Params.text(ctx, "categories"),
                Params.text(ctx, "abstain"),
                Params.text(ctx, "seed"),
                "");
    }

    private static String text(Context ctx) {
        var file = ctx.uploadedFile("file");
        if (file != null && file.size() > MOST_SHOWN) {
            return "";
        }
        try (var content = content(ctx)) {
            var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            // A workbook is no text that could be shown and sent again.
            return text.indexOf('\0') < 0 ? text : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** What the text area shows. */
    public String shown() {
        return csv.length() > MOST_SHOWN ? "" : csv;
    }

    CalculatorForm wrong(String sentence) {
        return new CalculatorForm(csv, level, weights, categories, abstain, seed, sentence);
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
        return Arrays.stream(abstain.split(","))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
