package codeframe.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.statistics.validation.Clusters;
import codeframe.statistics.validation.Predictions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits about new accounts, held to R: survey's jackknife (JK1), t on its logits, and a loop for what survey has not (clusters.R). */
final class NewClustersTest {
    private static final int UNITS = 60;

    private static int account(int i) {
        return (i * i + 3 * i) % 11;
    }

    private static int gold(int i) {
        int common = account(i) == 4 ? 8 : account(i) == 0 ? 1 : 3;
        return (7 * i + 3 * account(i)) % 10 < common ? 1 : 0;
    }

    private static int said(int i) {
        boolean wrong = (13 * i + 5 * account(i)) % 9 == 0 || account(i) == 9 && i % 2 == 0;
        return wrong ? 1 - gold(i) : gold(i);
    }

    /** Six accounts with gold of fifteen in the corpus. */
    private static Judged judged() {
        var predictions = new Predictions(
                2,
                IntStream.range(0, UNITS).map(NewClustersTest::gold).toArray(),
                IntStream.range(0, UNITS).map(NewClustersTest::said).toArray(),
                IntStream.range(0, UNITS).mapToDouble(i -> 1 + i % 3 / 2.0).toArray(),
                StratifiedDesign.simple(UNITS));
        Map<String, double[]> all = new LinkedHashMap<>();
        var unlabelled = new double[3];
        for (int a = 0; a < 15; a++) {
            var counts = new double[] {20 + 3 * a, 5 + a * a % 7, 0};
            Arrays.setAll(unlabelled, k -> unlabelled[k] + counts[k]);
            all.put("a" + a, counts);
        }
        IntStream.range(0, UNITS).forEach(i -> all.get("a" + account(i))[said(i)]++);
        return judged(
                predictions,
                unlabelled,
                all,
                IntStream.range(0, UNITS).mapToObj(i -> "a" + account(i)).toList());
    }

    private static Judged judged(
            Predictions predictions, double[] unlabelled, Map<String, double[]> said, List<String> ofMember) {
        return new Judged(
                List.of("no", "yes"),
                predictions,
                unlabelled,
                Optional.empty(),
                Optional.of(new Clusters("accounts", predictions, ofMember, said)),
                Optional.empty());
    }

    private static ValidationReport report(Judged judged) {
        return ValidationReport.of(judged, new AgreementQuestion("", 400, 3));
    }

    private static Interval limits(Figure figure) {
        return ((Figure.Estimate) figure).interval().orElseThrow();
    }

    private static void holds(Figure figure, double value, double se, double low, double high) {
        var estimate = (Figure.Estimate) figure;
        assertThat(estimate.value()).isCloseTo(value, within(1e-10));
        assertThat(estimate.se().orElseThrow()).isCloseTo(se, within(1e-9));
        assertThat(limits(figure).low()).isCloseTo(low, within(1e-9));
        assertThat(limits(figure).high()).isCloseTo(high, within(1e-9));
        assertThat(limits(figure).method()).isEqualTo("jackknife over 6 accounts, t");
    }

    @Test
    void measures_have_the_jackknife_errors_and_the_logit_limits_of_r() {
        var report = report(judged());
        holds(report.accuracy(), 0.8, 0.0777505185746, 0.5342323417438, 0.9331082017397);
        holds(report.classes().get(1).recall(), 0.753846153846154, 0.129018381579, 0.338932973827, 0.948167608531);
        holds(report.classes().get(1).f1(), 0.731343283582090, 0.141478231966, 0.299530838706, 0.945444158890);
        holds(report.composites().get("kappa"), 0.572277227722772, 0.184570421078, -0.0545514220804, 0.8755579556021);
    }

    /** Accounts without gold tell how common a class is, and are left out one by one like the others. */
    @Test
    void prevalence_knows_of_the_accounts_without_gold() {
        var share = report(judged()).prevalence().get(1);
        holds(share.corrected(), 0.235810080786, 0.0629109638115, 0.111728441154, 0.430852702122);
        holds(share.naive(), 0.161953727506, 0.0149418962605, 0.127109933536, 0.204115507489);
        assertThat(limits(share.ppi()).low()).isLessThanOrEqualTo(0.1117285);
        assertThat(share.effectiveGold().orElseThrow()).isBetween(1.0, 200.0);
    }

    /** No account has an error: six of them may hide more than sixty images may. */
    @Test
    void where_accounts_are_alike_limits_are_as_of_so_many_accounts() {
        var judged = judged();
        var drawn = judged.predictions();
        var right = new Predictions(2, drawn.gold(), drawn.gold(), drawn.weight(), drawn.design());
        var clusters = judged.clusters().orElseThrow();
        var accuracy = report(judged(right, judged.unlabelled(), clusters.said(), clusters.ofMember()))
                .accuracy();
        assertThat(limits(accuracy).low()).as("Wilson, 6 of 6").isCloseTo(0.609665712, within(1e-8));
        assertThat(limits(accuracy).high()).isEqualTo(1);
    }

    @Test
    void one_account_tells_nothing_of_others_and_few_are_warned_of() {
        var judged = judged();
        assertThat(report(judged).warnings(name -> name))
                .contains(
                        "\"yes\" occurs in only 6 accounts. Limits are drawn over whole clusters; where fewer than 30 hold"
                                + " a category they may be too narrow.");
        var one = IntStream.range(0, UNITS).mapToObj(i -> "a0").toList();
        var report = report(judged(
                judged.predictions(),
                judged.unlabelled(),
                judged.clusters().orElseThrow().said(),
                one));
        assertThat(report.accuracy())
                .isEqualTo(Figure.of(report.accuracy().number().orElseThrow()));
        assertThat(report.prevalence().get(1).corrected())
                .isInstanceOfSatisfying(
                        Figure.Estimate.class,
                        share -> assertThat(share.interval()).isEmpty());
        assertThat(report.warnings(name -> name)).anyMatch(sentence -> sentence.contains("there are no limits"));
    }
}
