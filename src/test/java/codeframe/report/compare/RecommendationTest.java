package codeframe.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.report.study.ReportedCoder;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.validation.McNemar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecommendationTest {
    private static final double ALIKE = 0.5;
    private static final double APART = 0.001;
    private static final Method CLIP = method(1, "CLIP", 0.7, 0.0);
    private static final Method MODEL = method(2, "Model", 0.8, 3.0);
    private static final Method PERSON = method(3, "Ona", 0.9, null);

    @Test
    void what_is_not_known_is_not_said_to_cost_more() {
        assertThat(of(ALIKE, MODEL, PERSON))
                .startsWith(
                        "Take Model: no test tells it apart from Ona, which is right more often here, but whose cost"
                                + " is not known here.");
        assertThat(of(ALIKE, method(4, "Best", 0.95, 5.0), PERSON))
                .startsWith("Take Best: it is right most often, though no test tells it apart from Ona, whose cost is"
                        + " not known here.")
                .doesNotContain("as much");
        assertThat(of(ALIKE, method(4, "Anne", 0.95, null), PERSON))
                .startsWith("Take Anne: it is right most often, though no test tells it apart from Ona, whose cost is");
    }

    @Test
    void who_is_right_as_often_is_taken_by_cost() {
        assertThat(of(ALIKE, method(4, "Dear", 0.8, 5.0), MODEL, method(5, "Unpaid", 0.8, null)))
                .startsWith("Take Model: it is right as often as Dear, Unpaid, and no test tells it apart from Dear,"
                        + " which costs as much or more, nor from Unpaid, whose cost is not known here.");
        assertThat(of(ALIKE, CLIP, MODEL))
                .startsWith("Take CLIP: Model is right more often here, but the two are not told apart, and it costs"
                        + " less.");
        assertThat(of(APART, CLIP, MODEL))
                .startsWith("Take Model: it is right most often, and Holm's tests tell it apart from every other.");
    }

    @Test
    void two_of_one_name_do_not_borrow_each_others_test() {
        var namesake = method(4, "Model", 0.75, 1.0);
        var tests = List.of(test(CLIP, MODEL, ALIKE), test(CLIP, namesake, APART), test(MODEL, namesake, APART));
        assertThat(Recommendation.of(List.of(CLIP, MODEL, namesake), tests, 200))
                .startsWith("Take CLIP: Model is");
    }

    private static String of(double p, Method... methods) {
        var tests = new ArrayList<PairTest>();
        for (int one = 0; one < methods.length; one++) {
            for (int two = one + 1; two < methods.length; two++) {
                tests.add(test(methods[one], methods[two], p));
            }
        }
        return Recommendation.of(List.of(methods), tests, 200);
    }

    private static PairTest test(Method one, Method two, double p) {
        var none = Figure.undefined("not asked");
        return new PairTest(one.coder(), two.coder(), new McNemar(0, 0), Optional.empty(), p, p, none, 1);
    }

    private static Method method(long id, String name, double accuracy, Double dollars) {
        var coder = new ReportedCoder(id, name, "run", "llm", "demo", null);
        var figure = Figure.of(accuracy);
        return new Method(coder, figure, figure, figure, Optional.ofNullable(dollars), Optional.empty(), false);
    }
}
