package codeframe.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.StatsData;
import codeframe.statistics.agreement.StratifiedDesign;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** stratified-validation.json: a sample stratified by prediction, held to R's survey package. */
final class StratifiedValidationTest {
    private static final List<String> LABELS = List.of("event", "portrait", "rare");
    private final JsonNode file = StatsData.json("stratified-validation.json");
    private final Predictions predictions = predictions();

    private Predictions predictions() {
        var counts = file.at("/sample_rows_predicted_cols_gold/counts");
        var population = LABELS.stream()
                .mapToDouble(
                        label -> file.at("/population_by_predicted/" + label).asDouble())
                .toArray();
        List<int[]> units = new ArrayList<>();
        var drawn = new double[3];
        for (int predicted = 0; predicted < 3; predicted++) {
            for (int gold = 0; gold < 3; gold++) {
                int cell = counts.get(predicted).get(gold).asInt();
                drawn[predicted] += cell;
                for (int i = 0; i < cell; i++) {
                    units.add(new int[] {gold, predicted});
                }
            }
        }
        var gold = units.stream().mapToInt(unit -> unit[0]).toArray();
        var predicted = units.stream().mapToInt(unit -> unit[1]).toArray();
        var weight = units.stream()
                .mapToDouble(unit -> population[unit[1]] / drawn[unit[1]])
                .toArray();
        return new Predictions(3, gold, predicted, weight, StratifiedDesign.stratified(predicted, population));
    }

    private void holds(Function<Confusion, Figure> measure, JsonNode estimate, JsonNode se, JsonNode corrected) {
        var endless = figure(measure, predictions.design().ofEndlessFrame());
        var finite = figure(measure, predictions.design());
        assertThat(endless.value()).isCloseTo(estimate.asDouble(), within(1e-10));
        assertThat(endless.se().orElseThrow()).isCloseTo(se.asDouble(), within(1e-8));
        assertThat(finite.se().orElseThrow()).isCloseTo(corrected.asDouble(), within(1e-8));
    }

    private Figure.Estimate figure(Function<Confusion, Figure> measure, StratifiedDesign design) {
        return (Figure.Estimate) new Metric(predictions, measure).taylor(design);
    }

    @Test
    void accuracy_is_weighted() {
        var expected = file.at("/weighted/accuracy");
        holds(Part.accuracy(), expected.get("est"), expected.get("se"), expected.get("se_fpc"));
    }

    @Test
    void recall_precision_f1_and_prevalence_of_every_class_are_weighted() {
        for (int label = 0; label < 3; label++) {
            int k = label;
            var expected = file.at("/weighted/" + LABELS.get(label));
            holds(Part.recall(k), expected.get("recall"));
            holds(Part.precision(k), expected.get("precision"));
            holds(table -> Composite.f1(table, k), expected.get("f1"));
            holds(Part.prevalence(k), expected.get("prevalence"));
        }
    }

    private void holds(Function<Confusion, Figure> measure, JsonNode expected) {
        holds(measure, expected.get(0), expected.get(1), expected.get(2));
    }

    @Test
    void unweighted_the_rare_class_would_look_three_times_as_good() {
        var plain = Predictions.simple(3, predictions.gold(), predictions.predicted());
        assertThat(Metric.share(plain, Part.accuracy()).number().orElseThrow()).isCloseTo(0.852, within(1e-12));
        assertThat(Metric.share(plain, Part.recall(2)).number().orElseThrow()).isCloseTo(0.909, within(5e-4));
        assertThat(Metric.share(predictions, Part.recall(2)).number().orElseThrow())
                .isCloseTo(0.286, within(5e-4));
    }
}
