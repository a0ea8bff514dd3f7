package codeframe.run.review;

import codeframe.codebook.Variable;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.List;

/** What was chosen for a sweep, and what is wrong with it. */
public record SweepForm(String variable, String design, String size, String seed, String mistake) {
    private static final int MOST = 1_000;

    static SweepForm proposed(Context ctx) {
        return new SweepForm(Params.query(ctx, "variable"), "stratified", "50", "", "");
    }

    static SweepForm typed(Context ctx) {
        return new SweepForm(
                Params.text(ctx, "variable"),
                Params.text(ctx, "design"),
                Params.text(ctx, "size"),
                Params.text(ctx, "seed"),
                "");
    }

    SweepForm checked(List<Variable> variables) {
        return new SweepForm(variable, design, size, seed, wrong(variables));
    }

    private String wrong(List<Variable> variables) {
        if (variables.stream().noneMatch(one -> one.key().equals(variable))) {
            return "Choose one of the variables that the run has coded.";
        }
        if (!design.matches("random|stratified")) {
            return "The draw is random or stratified.";
        }
        if (!size.matches("\\d{1,4}") || number() < 1 || number() > MOST) {
            return "Draw between 1 and " + MOST + " images.";
        }
        return seed.matches("(-?\\d{1,18})?") ? "" : "The seed is a whole number.";
    }

    int number() {
        return Integer.parseInt(size);
    }

    boolean stratified() {
        return design.equals("stratified");
    }
}
