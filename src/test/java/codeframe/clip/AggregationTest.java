package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AggregationTest {
    private static final JsonNode GOLDEN = Golden.json("aggregation.json");

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void every_rule_gives_the_numbers_of_numpy(Aggregation rule) {
        var decisions =
                new Labelling(rule, GOLDEN.get("scale").asDouble(), grouped()).label(Golden.rows(GOLDEN.get("images")));
        for (var known : GOLDEN.get("cases")) {
            if (known.get("rule").asText().equals(rule.key())) {
                assertThat(decisions.get(known.get("image").asInt())).satisfies(decision -> check(decision, known));
            }
        }
    }

    private static void check(ClipDecision decision, JsonNode known) {
        assertThat(decision.category()).isEqualTo(known.get("category").asInt());
        assertThat(decision.runnerUp()).isEqualTo(known.get("runnerUp").asInt());
        assertThat(decision.phrase()).isEqualTo(known.get("phrase").asInt());
        assertThat(decision.phraseProbability())
                .isCloseTo(known.get("phraseProbability").asDouble(), within(2e-6));
        assertThat(decision.margin()).isCloseTo(known.get("margin").asDouble(), within(2e-6));
        for (int i = 0; i < decision.probabilities().size(); i++) {
            assertThat(decision.probabilities().get(i))
                    .isCloseTo(known.get("probabilities").get(i).asDouble(), within(2e-6));
        }
    }

    private static List<List<float[]>> grouped() {
        var groups = new ArrayList<List<float[]>>();
        var phrases = Golden.rows(GOLDEN.get("phrases"));
        for (int i = 0; i < phrases.length; i++) {
            int owner = GOLDEN.get("owner").get(i).asInt();
            if (groups.size() == owner) {
                groups.add(new ArrayList<>());
            }
            groups.get(owner).add(phrases[i]);
        }
        return groups;
    }

    @Test
    void a_single_phrase_per_category_makes_all_rules_agree() {
        var random = new Random(3);
        var images = vectors(random, 50, 10);
        var phrases = List.of(List.of(vectors(random, 1, 10)[0]), List.of(vectors(random, 1, 10)[0]));
        var mean = new Labelling(Aggregation.MEAN, 20, phrases).label(images);
        for (var rule : Aggregation.values()) {
            var decisions = new Labelling(rule, 20, phrases).label(images);
            for (int i = 0; i < images.length; i++) {
                assertThat(decisions.get(i).category()).isEqualTo(mean.get(i).category());
                assertThat(decisions.get(i).probability()).isCloseTo(mean.get(i).probability(), within(1e-5));
            }
        }
    }

    @Test
    void a_result_belongs_to_its_image_whatever_the_number_of_images() {
        var random = new Random(4);
        var images = vectors(random, 1000, 13);
        var phrases = List.of(List.of(vectors(random, 2, 13)), List.of(vectors(random, 3, 13)));
        var labelling = new Labelling(Aggregation.MEAN, 30, phrases);
        var together = labelling.label(images);
        for (int i = 0; i < images.length; i += 97) {
            var alone = labelling.label(new float[][] {images[i]}).get(0);
            assertThat(together.get(i).category()).isEqualTo(alone.category());
            assertThat(together.get(i).probability()).isCloseTo(alone.probability(), within(1e-6));
        }
        assertThat(labelling.label(new float[0][])).isEmpty();
    }

    @Test
    void large_scales_overflow_nothing() {
        var phrases = List.of(List.of(new float[] {1, 0}), List.of(new float[] {-1, 0}));
        for (var rule : Aggregation.values()) {
            var decision = new Labelling(rule, 1e6, phrases)
                    .label(new float[][] {{1, 0}})
                    .get(0);
            assertThat(decision.probability()).isEqualTo(1);
            assertThat(decision.runnerUpProbability()).isZero();
        }
    }

    @Test
    void one_category_is_no_choice() {
        assertThatThrownBy(() -> new Labelling(Aggregation.MEAN, 100, List.of(List.of(new float[] {1}))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rules_are_known_by_their_keys() {
        assertThat(Aggregation.of("log_mean_exp")).contains(Aggregation.LOG_MEAN_EXP);
        assertThat(Aggregation.of("MEAN")).isEmpty();
    }

    static float[][] vectors(Random random, int count, int dimensions) {
        var vectors = new float[count][dimensions];
        for (var vector : vectors) {
            for (int i = 0; i < dimensions; i++) {
                vector[i] = (float) random.nextGaussian();
            }
            Vectors.normalise(vector);
        }
        return vectors;
    }
}
