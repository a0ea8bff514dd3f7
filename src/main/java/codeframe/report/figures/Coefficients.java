package codeframe.report.figures;

import codeframe.statistics.agreement.ChanceCorrected;
import codeframe.statistics.agreement.CohenKappa;
import codeframe.statistics.agreement.Concordance;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Icc;
import codeframe.statistics.agreement.Jackknife;
import codeframe.statistics.agreement.LightKappa;
import codeframe.statistics.agreement.PairAgreement;
import codeframe.statistics.agreement.SetDistance;
import codeframe.statistics.agreement.UnitSums;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The coefficients beside α, by the names of the API, with their analytic error where one is defined. */
final class Coefficients {
    /** κ goes over the units and the categories of every pair of coders, or over pairs of categories when weighted. */
    private static final long MOST_CELLS = 20_000_000;

    private Coefficients() {}

    static Map<String, Figure> of(CodedVariable variable, AgreementQuestion asked, UnaryOperator<UnitSums> drawn) {
        var codes = variable.codes();
        boolean weighted = !asked.weights().isEmpty() && variable.sets().isEmpty();
        var weights = variable.weights(weighted ? asked.weights() : "");
        Map<String, Figure> found = new LinkedHashMap<>();
        found.put("percent_agreement", figure(ChanceCorrected.percent(codes, weights), drawn));
        found.put("percent_agreement_pairs", Jackknife.figure(drawn.apply(PairAgreement.byPairs(codes))));
        found.put("percent_agreement_all_equal", Jackknife.figure(drawn.apply(PairAgreement.allEqual(codes))));
        if (codes.coders() == 2) {
            found.put("scott_pi", figure(ChanceCorrected.fleiss(codes, weights), drawn));
            var kappa = new CohenKappa(codes, 0, 1, weights);
            found.put("cohen_kappa", limited(kappa, drawn, kappa::asymptotic));
        }
        found.put("fleiss_kappa", figure(ChanceCorrected.fleiss(codes, weights), drawn));
        found.put("conger_kappa", figure(ChanceCorrected.conger(codes, weights), drawn));
        long q = codes.categories();
        long pairs = codes.coders() * (codes.coders() - 1L) / 2;
        if (pairs * (codes.units() + (weighted ? q * q : q)) < MOST_CELLS) {
            found.put("light_kappa", new LightKappa(codes, weights).figure());
        }
        var gwet = weighted ? "gwet_ac2" : "gwet_ac1";
        found.put(gwet, q < 2 ? single() : figure(ChanceCorrected.gwet(codes, weights), drawn));
        found.put(
                "brennan_prediger", q < 2 ? single() : figure(ChanceCorrected.brennanPrediger(codes, weights), drawn));
        if (variable.isOfNumbers()) {
            ratings(variable, drawn, found);
        }
        variable.sets().ifPresent(sets -> {
            for (var distance : SetDistance.values()) {
                var alpha = sets.alpha(codes, distance);
                found.put("alpha_" + distance.name().toLowerCase(Locale.ROOT), Jackknife.figure(drawn.apply(alpha)));
            }
            found.put("mv_alpha", Jackknife.figure(drawn.apply(sets.multiValued(codes))));
        });
        return found;
    }

    /** What is reported of numbers beside α: ICC of single ratings, and of two coders Lin's concordance. */
    private static void ratings(CodedVariable variable, UnaryOperator<UnitSums> drawn, Map<String, Figure> found) {
        for (var kind : Icc.Kind.values()) {
            var icc = new Icc(variable.codes(), kind, variable.values());
            found.put(kind == Icc.Kind.AGREEMENT ? "icc_a1" : "icc_c1", limited(icc, drawn, icc::analytic));
        }
        if (variable.codes().activeCoders() <= 2) {
            var concordance = new Concordance(variable.codes(), variable.values());
            found.put("lin_concordance", limited(concordance, drawn, concordance::analytic));
        }
    }

    private static Figure figure(ChanceCorrected coefficient, UnaryOperator<UnitSums> drawn) {
        return limited(coefficient, drawn, coefficient::analytic);
    }

    /** Analytic limits take units for independent; where clusters are drawn whole it is the jackknife over them. */
    static Figure limited(UnitSums coefficient, UnaryOperator<UnitSums> drawn, Supplier<Figure> analytic) {
        var units = drawn.apply(coefficient);
        return units == coefficient ? analytic.get() : Jackknife.figure(units);
    }

    /** Those that every report has. */
    static Map<String, Figure> undefined(Figure reason) {
        Map<String, Figure> none = new LinkedHashMap<>();
        for (var name : new String[] {
            "percent_agreement",
            "percent_agreement_pairs",
            "percent_agreement_all_equal",
            "fleiss_kappa",
            "conger_kappa",
            "gwet_ac1",
            "brennan_prediger"
        }) {
            none.put(name, reason);
        }
        return none;
    }

    private static Figure single() {
        return Figure.undefined("only one category was used");
    }
}
