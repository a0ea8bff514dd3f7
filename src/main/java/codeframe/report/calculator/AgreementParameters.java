package codeframe.report.calculator;

import codeframe.agreement.Level;
import codeframe.report.figures.AgreementQuestion;
import codeframe.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the calculator is asked, as words of an address or a form. */
public record AgreementParameters(Level level, List<String> categories, AgreementQuestion question) {
    private static final Set<String> WEIGHTS = Set.of("", "linear", "quadratic", "ordinal", "ratio");

    public static AgreementParameters of(String level, String categories, String weights, long replicates, long seed) {
        if (!WEIGHTS.contains(weights)) {
            throw new Problem.Invalid("weights must be linear, quadratic, ordinal or ratio, not \"" + weights + "\".");
        }
        var named = Arrays.stream(categories.split("[,\\n]"))
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .toList();
        return new AgreementParameters(level(level), named, new AgreementQuestion(weights, (int) replicates, seed));
    }

    private static Level level(String word) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid(
                        "level must be nominal, ordinal, interval or ratio, not \"" + word + "\"."));
    }
}
