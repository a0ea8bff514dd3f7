package codeframe.report.methods.section;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Category;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.report.document.Bilingual;
import codeframe.report.study.Cluster;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One sentence about intervals holds for every variable, or names those for which it does. */
class DrawnVariableTest {
    private static final Bilingual JACKKNIFE = new Bilingual("jackknife", "Jackknife");

    private static DrawnVariable drawn(String label, Unit unit, Cluster cluster) {
        var variable = Variable.choice(label, label, List.of(Category.of("a", "A")));
        return new DrawnVariable(variable.withUnit(unit), cluster);
    }

    @Test
    void what_is_drawn_in_one_way_is_said_once() {
        var all = List.of(drawn("Mood", Unit.IMAGE, Cluster.POST), drawn("Place", Unit.IMAGE, Cluster.POST));
        assertThat(DrawnVariable.about(all, Bilingual.EMPTY))
                .isEqualTo(new Bilingual(
                        "about new posts like these; images of a post were taken together",
                        "für neue Beiträge wie diese; Bilder eines Beitrags wurden zusammengenommen"));
        assertThat(DrawnVariable.about(all, JACKKNIFE).english()).endsWith("taken together (jackknife)");
        var apart = List.of(drawn("Mood", Unit.IMAGE, Cluster.IMAGE), drawn("Story", Unit.POST, Cluster.IMAGE));
        assertThat(DrawnVariable.about(apart, JACKKNIFE).english()).isEqualTo("about these units");
    }

    @Test
    void where_variables_are_drawn_differently_each_is_named() {
        var all = List.of(
                drawn("Mood", Unit.IMAGE, Cluster.POST),
                drawn("Story", Unit.POST, Cluster.IMAGE),
                drawn("Place", Unit.IMAGE, Cluster.POST));
        assertThat(DrawnVariable.about(all, JACKKNIFE))
                .isEqualTo(new Bilingual(
                        "about these posts (Story); about new posts like these; images of a post were taken together"
                                + " (Mood, Place; jackknife)",
                        "für diese Beiträge (Story); für neue Beiträge wie diese; Bilder eines Beitrags wurden"
                                + " zusammengenommen (Mood, Place; Jackknife)"));
    }
}
