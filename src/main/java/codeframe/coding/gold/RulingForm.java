package codeframe.coding.gold;

import codeframe.codebook.Variable;
import codeframe.coding.AnswerValue;
import codeframe.coding.CodeState;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an adjudicator typed.
 *
 * @param take the number of the coder whose code is taken, or "other"
 * @param other another code: values, or a state after an @
 */
public record RulingForm(
        String take, List<String> other, String reason, String errorType, boolean toCodebook, boolean example) {
    public static final RulingForm BLANK = new RulingForm("", List.of(), "", "", false, false);
    private static final Set<String> ERRORS = Set.of("slip", "unclear_rule", "missing_category", "ambiguous_image");
    private static final int LONGEST_REASON = 2_000;

    static RulingForm of(Context ctx) {
        return new RulingForm(
                Params.text(ctx, "take"),
                ctx.formParams("other").stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList(),
                Params.text(ctx, "reason"),
                Params.text(ctx, "error_type"),
                !Params.text(ctx, "to_codebook").isEmpty(),
                !Params.text(ctx, "example").isEmpty());
    }

    /** Empty, or what keeps it from being taken. */
    String mistake(GoldUnit unit, int coders) {
        if (take.isEmpty()) {
            return "Take one of the codes, or give another.";
        } else if (!take.equals("other") && (!take.matches("\\d{1,3}") || place() < 0 || place() >= coders)) {
            return "There is no such coder; take one of the codes, or give another.";
        } else if (reason.length() > LONGEST_REASON) {
            return "The reason is longer than " + LONGEST_REASON + " characters; shorten it.";
        } else if (!errorType.isEmpty() && !ERRORS.contains(errorType)) {
            return "Choose one of the four types of error, or none.";
        } else if (toCodebook && reason.isEmpty()) {
            return "Write the reason: it becomes the note in the codebook.";
        }
        return take.equals("other") ? otherMistake(unit.variable()) : "";
    }

    private String otherMistake(Variable variable) {
        if (other.isEmpty()) {
            return "Choose the other code.";
        }
        if (other.stream().anyMatch(value -> value.startsWith("@"))) {
            return other.size() == 1
                            && Set.of("@not_codable", "@not_applicable").contains(other.get(0))
                    ? ""
                    : "Not codable stands alone.";
        }
        for (var value : other) {
            if (AnswerValue.of(variable, value).isEmpty()) {
                return AnswerValue.refusal(variable, value);
            }
        }
        return other.contains(Variable.NONE) && other.size() > 1 ? "\"None of these\" stands alone." : "";
    }

    private int place() {
        return Integer.parseInt(take) - 1;
    }

    CoderAnswer answer(Variable variable, List<GoldUnit.Said> voices) {
        if (!take.equals("other")) {
            return voices.get(place()).answer();
        }
        if (other.get(0).startsWith("@")) {
            return CoderAnswer.of(CodeState.ofWord(other.get(0).substring(1)));
        }
        var values = new ArrayList<String>();
        other.forEach(value -> AnswerValue.of(variable, value).ifPresent(values::add));
        return CoderAnswer.of(values);
    }

    public boolean takes(int number) {
        return take.equals(Integer.toString(number));
    }
}
