package codeframe.report.calculator;

import codeframe.agreement.Level;
import codeframe.report.figures.AgreementQuestion;
import codeframe.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the calculator is asked, as words of an address or a form. */
public record AgreementParameters(Level level, List<String> categories, AgreementQuestion question) {
    public static AgreementParameters of(String level, String categories, String weights, long replicates, long seed) {
        var named = Arrays.stream(categories.split("[,\\n]"))
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .toList();
        return new AgreementParameters(level(level), named, AgreementQuestion.of(weights, replicates, seed));
    }

    private static Level level(String word) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid(
                        "level must be nominal, ordinal, interval or ratio, not \"" + word + "\"."));
    }
}
