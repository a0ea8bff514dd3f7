package codeframe.web.plot;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.web.plot.Matrix.Cell;
import codeframe.web.plot.Series.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {
    @Test
    void a_value_is_placed_along_the_axis_and_never_outside_it() {
        assertThat(AxisScale.SHARE.percent(0.432)).isEqualTo("43.20%");
        assertThat(AxisScale.SHARE.percent(1.7)).isEqualTo("100.00%");
        assertThat(new AxisScale(-1, 1).percent(0)).isEqualTo("50.00%");
        assertThat(AxisScale.SHARE.down(0.25, 200)).isEqualTo("150.00");
    }

    @Test
    void an_axis_of_one_value_does_not_divide_by_zero() {
        assertThat(new AxisScale(3, 3).percent(3)).isEqualTo("0.00%");
    }

    @Test
    void ticks_are_whole_where_they_can_be() {
        var scale = new AxisScale(0, 400);
        assertThat(scale.ticks().stream().map(scale::text)).containsExactly("0", "100", "200", "300", "400");
        assertThat(AxisScale.SHARE.ticks().stream().map(AxisScale.SHARE::text))
                .containsExactly("0.00", "0.25", "0.50", "0.75", "1.00");
    }

    @Test
    void an_estimate_tells_its_interval_where_it_has_one() {
        assertThat(Estimate.between("Setting", 0.672, 0.58, 0.75, 240).text(2)).isEqualTo("0.67 [0.58, 0.75]");
        assertThat(Estimate.of("Setting", 0.672, 240).text(2)).isEqualTo("0.67");
    }

    @Test
    void a_cell_is_shaded_by_its_share_of_the_row() {
        var cells = List.of(List.of(new Cell(9, ""), new Cell(1, "")), List.of(new Cell(0, ""), new Cell(0, "")));
        var matrix = new Matrix("Ona", "CLIP", List.of("a", "b"), List.of("a", "b"), cells);
        assertThat(matrix.shade(0, 0)).isEqualTo("heat-6");
        assertThat(matrix.shade(0, 1)).as("a rare one is still seen").isEqualTo("heat-1");
        assertThat(matrix.shade(1, 0)).as("an empty row").isEqualTo("heat-0");
        assertThat(matrix.diagonal(1, 1)).isTrue();
    }

    @Test
    void a_series_is_drawn_from_left_to_right() {
        var series = new Series("Rally", List.of(new Point("Mon", 0), new Point("Tue", 1)));
        assertThat(series.line(AxisScale.SHARE, 100, 50)).isEqualTo("0.00,50.00 100.00,0.00");
    }
}
