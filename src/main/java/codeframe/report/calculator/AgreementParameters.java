package codeframe.report.calculator;

import codeframe.report.figures.AgreementQuestion;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the calculator is asked, as words of an address or a form. */
public record AgreementParameters(MeasurementLevel level, List<String> categories, AgreementQuestion question) {
    public static AgreementParameters of(String level, String categories, String weights, long replicates, long seed) {
        var named = Arrays.stream(categories.split("[,\\n]"))
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .toList();
        return new AgreementParameters(level(level), named, AgreementQuestion.of(weights, replicates, seed));
    }

    private static MeasurementLevel level(String word) {
        return Arrays.stream(MeasurementLevel.values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid(
                        "level must be nominal, ordinal, interval or ratio, not \"" + word + "\"."));
    }
}
