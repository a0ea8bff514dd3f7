package codeframe.feature.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.image.Detection;
import codeframe.image.Detection.Corner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corners of objects and lists of things, as tools write them. */
class CornersTest {
    private static final List<Corner> TRIANGLE =
            List.of(new Corner(0.1, 0.2), new Corner(0.5, 0.2), new Corner(0.5, 0));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[(0.1, 0.2), (0.5, 0.2), (0.5, 0)]",
                "[[0.1,0.2],[0.5,0.2],[0.5,0.0]]",
                "((0.1, 0.2), (0.5, 0.2), (0.5, 0))",
                "[{'x': 0.1, 'y': 0.2}, {'x': 0.5, 'y': 0.2}, {'x': 0.5}]",
                "[x: 0.1\ny: 0.2\n, x: 0.5\ny: 0.2\n, x: 0.5\n]"
            })
    void one_place_is_read_however_it_is_written(String text) throws Corners.NoBox {
        assertThat(Corners.of(text, Corners.Size.UNKNOWN)).isEqualTo(TRIANGLE);
    }

    @Test
    void two_corners_are_those_across_a_box() throws Corners.NoBox {
        assertThat(Corners.of("[[0.1, 0.2], [0.3, 0.4]]", Corners.Size.UNKNOWN))
                .containsExactly(
                        new Corner(0.1, 0.2), new Corner(0.3, 0.2), new Corner(0.3, 0.4), new Corner(0.1, 0.4));
        assertThat(Corners.of(" ", Corners.Size.UNKNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[10, 20], [200, 20], [200, 300]]",
                "[[0.1, 0.2], [1.01, 0.2]]",
                "[[-0.1, 0.2], [0.3, 0.2]]",
                "[x: NaN y: 0.1, x: 0.2 y: 0.3]"
            })
    void a_place_outside_the_image_is_none(String text) {
        assertThatThrownBy(() -> Corners.of(text, Corners.Size.UNKNOWN))
                .isInstanceOf(Corners.NoBox.class)
                .hasMessageContaining("reach outside the image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"here", "[1, 2, 3, 4]", "[[NaN, 0.1], [0.2, 0.3]]", "[[0.1, 0.2]]", "{\"x\": 1}", "x: here y: 1"
            })
    void what_is_no_place_is_none(String text) {
        assertThatThrownBy(() -> Corners.of(text, Corners.Size.UNKNOWN))
                .isInstanceOf(Corners.NoBox.class)
                .hasMessageContaining("no list of points");
    }

    @Test
    void pixels_are_shares_where_the_size_is_known_and_one_beyond_the_edge_is_the_edge() throws Corners.NoBox {
        var size = new Corners.Size(400, 200);
        assertThat(Corners.of("[[100, 50], [401, 200]]", size))
                .containsExactly(new Corner(0.25, 0.25), new Corner(1, 0.25), new Corner(1, 1), new Corner(0.25, 1));
        assertThatThrownBy(() -> Corners.of("[[100, 50], [410, 200]]", size))
                .hasMessageContaining("or pixels of its 400 × 200");
        assertThatThrownBy(() -> Corners.of("[[0.1, 0.5], [1.2, 0.7]]", size))
                .hasMessageContaining("reach outside the image");
        var things = new Things(",", told -> {});
        things.of(size);
        var words = things.list("""
                [{"description": "Freibier", "boundingPoly": {"vertices": [{"x": 200}, {"x": 400, "y": 100}]}}]""");
        assertThat(words.get(0).corners()).startsWith(new Corner(0.5, 0));
    }

    @Test
    void lists_are_names_counted_names_or_json() {
        var told = new ArrayList<String>();
        var things = new Things(",", told::add);
        assertThat(things.list("2x Person, Chair, "))
                .extracting(Detection::name)
                .containsExactly("Person", "Person", "Chair");
        assertThat(things.list("['Flag', 'Crowd, large']"))
                .extracting(Detection::name)
                .containsExactly("Flag", "Crowd, large");
        assertThat(things.list("""
                        [{"name": "Hat", "score": 0.25, "boundingPoly": {"normalizedVertices": [{"x": 0.5}, {"x": 1, "y": 1}]}},
                         {"name": "Dog", "score": 2, "boundingPoly": {"normalizedVertices": [{"x": 5, "y": 1}, {"x": 7, "y": 9}]}}]
                        """.strip()))
                .satisfiesExactly(
                        hat -> {
                            assertThat(hat.confidence()).isEqualTo(0.25);
                            assertThat(hat.corners()).hasSize(4).startsWith(new Corner(0.5, 0));
                        },
                        dog -> assertThat(dog).isEqualTo(Detection.named("Dog")));
        assertThat(told)
                .containsExactly(
                        "\"Dog\" is kept without a confidence, because \"2\" is no number from 0 to 1.",
                        "\"Dog\" is kept without a place, because its corners \"[{\"x\":5,\"y\":1},{\"x\":7,\"y\":9}]\""
                                + " reach outside the image: they must be shares of its width and height, from 0 to 1,"
                                + " and no pixels.");
    }
}
