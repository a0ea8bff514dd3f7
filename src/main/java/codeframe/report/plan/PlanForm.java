package codeframe.report.plan;

import codeframe.statistics.prevalence.AssumedConfusion;
import codeframe.web.NumberText;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was assumed and wanted on the planning page, as typed, and what is wrong with it. */
public final class PlanForm {
    /** Every field with what it opens with; shares in percent. */
    private static final Map<String, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("variable", "");
        USUAL.put("sample", "");
        USUAL.put("alpha", "0.8");
        USUAL.put("alpha_width", "0.1");
        USUAL.put("share", "20");
        USUAL.put("sensitivity", "80");
        USUAL.put("specificity", "95");
        USUAL.put("prevalence", "20");
        USUAL.put("f1_width", "5");
        USUAL.put("prevalence_width", "3");
    }

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final List<Problem.Mistake> mistakes = new ArrayList<>();

    static PlanForm of(Context ctx) {
        var form = new PlanForm();
        USUAL.forEach(
                (name, usual) -> form.typed.put(name, ctx.queryParam(name) == null ? usual : Params.query(ctx, name)));
        return form;
    }

    public String value(String field) {
        return typed.get(field);
    }

    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }

    void wrong(String field, String sentence) {
        mistakes.add(new Problem.Mistake(field, 0, sentence));
    }

    public boolean isRight() {
        return mistakes.isEmpty();
    }

    List<Problem.Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    double alpha() {
        return number("alpha", "The assumed α", 0, 0.999);
    }

    double alphaWidth() {
        return number("alpha_width", "The half-width of α", 0.01, 0.5);
    }

    double share() {
        return number("share", "The share of the rarest category", 0.1, 50) / 100;
    }

    double f1Width() {
        return number("f1_width", "The half-width of F1", 0.5, 50) / 100;
    }

    double prevalenceWidth() {
        return number("prevalence_width", "The half-width of the prevalence", 0.1, 50) / 100;
    }

    AssumedConfusion confusion() {
        return new AssumedConfusion(
                number("sensitivity", "The sensitivity", 1, 100) / 100,
                number("specificity", "The specificity", 1, 100) / 100,
                number("prevalence", "The prevalence", 0.1, 99.9) / 100);
    }

    /** The least allowed number, with a sentence, where none was typed or one out of range. */
    private double number(String field, String name, double least, double most) {
        try {
            double found = Double.parseDouble(typed.get(field).replace(',', '.'));
            if (found >= least && found <= most) {
                return found;
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of range
        }
        wrong(field, name + " must be a number from " + plain(least) + " to " + plain(most) + ".");
        return least;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? NumberText.decimal(bound, 0) : Double.toString(bound);
    }
}
