package codeframe.run;

import codeframe.image.CodedVariableRows;
import codeframe.image.LeftOpen;
import codeframe.web.Choice;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/**
 * What an earlier coder is to leave to another, and to which kind of run.
 *
 * @param chosen numbers of coders
 * @param when unsure, below or differ
 * @param below the confidence, where one is meant
 */
public record CascadeForm(
        List<CodedVariableRows.Coded> coded,
        List<String> kinds,
        List<String> chosen,
        String variable,
        String when,
        String below,
        String kind,
        String mistake) {
    public static final String BELOW = "below";

    static CascadeForm of(Context ctx, List<CodedVariableRows.Coded> coded, List<String> kinds) {
        return new CascadeForm(
                coded.stream().filter(one -> !one.gold()).toList(),
                kinds,
                ctx.queryParams("coder"),
                Params.query(ctx, "variable"),
                Params.query(ctx, "when"),
                Params.query(ctx, "below"),
                Params.query(ctx, "kind"),
                "");
    }

    boolean sent() {
        return !kind.isEmpty();
    }

    CascadeForm with(String sentence) {
        return new CascadeForm(coded, kinds, chosen, variable, when, below, kind, sentence);
    }

    /** @throws Problem.Invalid with what is missing */
    LeftOpen left() {
        if (chosen.isEmpty() || variable.isEmpty()) {
            throw new Problem.Invalid("Choose who was asked first, and the variable.");
        }
        var how = when.equals(BELOW) ? below : when;
        if (!LeftOpen.known(how)) {
            throw new Problem.Invalid("Write the confidence as a number from 0 to 1, such as 0.6.");
        }
        var coders = chosen.stream().map(CascadeForm::number).toList();
        var without = coders.stream()
                .filter(coder -> coded.stream()
                        .noneMatch(one -> one.coder() == coder && one.variable().equals(variable)))
                .findFirst();
        if (without.isPresent()) {
            throw new Problem.Invalid(name(without.get()) + " has no answers to this variable. Choose another.");
        } else if (when.equals(BELOW)
                && coded.stream()
                        .noneMatch(one ->
                                one.coder() == coders.get(0) && one.variable().equals(variable) && one.sure())) {
            throw new Problem.Invalid(name(coders.get(0)) + " does not tell how sure it is, so nothing is below a"
                    + " confidence. Ask for what it was unsure of, or choose another.");
        }
        return LeftOpen.of(coders, variable, how);
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private String name(long coder) {
        return coders().stream()
                .filter(choice -> choice.value().equals(Long.toString(coder)))
                .findFirst()
                .map(Choice::label)
                .orElse("Coder " + coder);
    }

    public List<Choice> coders() {
        return coded.stream()
                .map(one -> new Choice(Long.toString(one.coder()), one.name()))
                .distinct()
                .toList();
    }

    public List<Choice> variables() {
        return coded.stream()
                .map(one -> new Choice(one.variable(), one.label()))
                .distinct()
                .toList();
    }

    public Optional<String> told() {
        return mistake.isEmpty() ? Optional.empty() : Optional.of(mistake);
    }
}
