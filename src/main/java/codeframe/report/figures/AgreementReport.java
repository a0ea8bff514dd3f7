package codeframe.report.figures;

import codeframe.statistics.agreement.Alpha;
import codeframe.statistics.agreement.Clustered;
import codeframe.statistics.agreement.CoderPair;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Jackknife;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.statistics.agreement.PairAgreement;
import codeframe.statistics.agreement.UnitSums;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Everything that is said about the agreement on one variable, once, for page, CSV and JSON alike. */
public record AgreementReport(
        CodedVariable variable,
        Codes.Pairable pairable,
        long coders,
        AlphaReport alpha,
        Map<String, Figure> coefficients,
        List<OfCategory> categories,
        List<OfPair> pairs,
        Figure holsti) {
    static final int MOST_PAIRS = 20_000;

    /** @param clusters that hold the category, where clusters are drawn whole */
    public record OfCategory(String category, long n, OptionalLong clusters, Figure specific, Figure alpha) {}

    public record OfPair(String a, String b, CoderPair.Agreement found) {}

    public static AgreementReport of(CodedVariable variable, AgreementQuestion asked) {
        return of(variable, asked, UnaryOperator.identity());
    }

    /** @param drawn what the jackknife and the bootstrap take for one: a unit, or a cluster of them */
    public static AgreementReport of(CodedVariable variable, AgreementQuestion asked, UnaryOperator<UnitSums> drawn) {
        ReportSize.of(variable, asked).check();
        var pairs = pairs(variable);
        return new AgreementReport(
                variable,
                variable.codes().pairable(),
                variable.codes().activeCoders(),
                AlphaReport.of(variable, asked, drawn),
                Coefficients.of(variable, asked, drawn),
                categories(variable, drawn),
                pairs,
                CoderPair.holsti(pairs.stream().map(OfPair::found).toList()));
    }

    /** Where the codes cannot be computed with at all: every figure says why. */
    public static AgreementReport undefined(List<String> coders, String reason) {
        var none = Figure.undefined(reason);
        var codes = new Codes(0, coders.size(), 0, new short[0]);
        return new AgreementReport(
                new CodedVariable(coders, List.of(), new double[0], codes, MeasurementLevel.NOMINAL, Optional.empty()),
                codes.pairable(),
                coders.size(),
                new AlphaReport(none, none, Optional.empty(), Optional.empty(), AgreementQuestion.DEFAULT),
                Coefficients.undefined(none),
                List.of(),
                List.of(),
                none);
    }

    /** What stands in the way of relying on these figures, as sentences. */
    public List<String> warnings(UnaryOperator<String> names) {
        return AgreementWarnings.of(this, names);
    }

    /** Gwet's AC1, or AC2 where it is weighted. */
    public Figure gwet() {
        return coefficients.getOrDefault("gwet_ac2", coefficients.get("gwet_ac1"));
    }

    /** Uses on units with two codes or more, the ones that count. Of sets, every label that occurs in them. */
    private static List<OfCategory> categories(CodedVariable variable, UnaryOperator<UnitSums> drawn) {
        var codes = variable.codes();
        return variable.sets()
                .map(sets -> sets.labels().stream()
                        .map(label -> category(label, sets.split(codes, label), drawn))
                        .toList())
                .orElseGet(() -> IntStream.range(0, variable.categories().size())
                        .mapToObj(k -> category(variable.categories().get(k), codes.split(k), drawn))
                        .toList());
    }

    private static OfCategory category(String name, Codes split, UnaryOperator<UnitSums> drawn) {
        var alpha = Alpha.of(split, MeasurementLevel.NOMINAL);
        long uses = Math.round(alpha.margins(alpha.total())[1]);
        var specific = Jackknife.figure(drawn.apply(PairAgreement.specific(split, 1)));
        var units = drawn.apply(alpha);
        var clusters = units instanceof Clustered clustered
                ? OptionalLong.of(clustered.holding(sums -> alpha.margins(sums)[1] > 1e-6))
                : OptionalLong.empty();
        return new OfCategory(name, uses, clusters, specific, Jackknife.figure(units));
    }

    private static List<OfPair> pairs(CodedVariable variable) {
        var names = variable.coders();
        if ((long) names.size() * names.size() / 2 > MOST_PAIRS) {
            return List.of();
        }
        return CoderPair.all(names.size()).stream()
                .map(pair -> new OfPair(
                        names.get(pair.a()), names.get(pair.b()), pair.agreement(variable.codes(), variable::alphaOf)))
                .toList();
    }
}
