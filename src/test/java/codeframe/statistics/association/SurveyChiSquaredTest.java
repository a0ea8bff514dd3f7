package codeframe.statistics.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Held to R 4.2: chisq.test, and svychisq of survey 4.1.1 with its own data, apistrat (schools by stype, with fpc) and apiclus1
 * (whole districts). Limits of V: uniroot over pchisq(ncp =).
 */
class SurveyChiSquaredTest {
    /** Weight and size of elementary, high and middle schools. */
    private static final double[] WEIGHT = {44.2099990845, 15.1000003815, 20.3600006104};

    private static final double[] SIZE = {4421, 755, 1018};

    /** half a, b, c × sch.wide No, Yes, by stype. */
    private static final long[][][] STRATIFIED = {
        {{3, 10, 9}, {29, 5, 6}}, {{3, 8, 5}, {31, 16, 19}}, {{3, 6, 1}, {31, 5, 10}}
    };

    /** E No, E Yes, H No, H Yes, M No, M Yes of every district. */
    private static final long[][] DISTRICTS = {
        {0, 10, 0, 0, 2, 1}, {3, 31, 0, 0, 0, 0}, {0, 2, 0, 1, 1, 0}, {1, 9, 0, 0, 2, 1}, {1, 12, 0, 0, 0, 3},
        {0, 2, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0}, {0, 2, 0, 1, 0, 1}, {0, 9, 0, 1, 0, 2}, {1, 15, 1, 1, 1, 2},
        {1, 3, 1, 3, 0, 1}, {0, 8, 0, 1, 0, 2}, {5, 25, 0, 3, 0, 4}, {0, 1, 0, 0, 1, 0}, {0, 2, 1, 0, 1, 0}
    };

    private static Crosstab counted(long[]... cells) {
        var units = new ArrayList<TableUnit>();
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[0].length; j++) {
                units.add(new TableUnit(i, j, 1, 0, "", cells[i][j]));
            }
        }
        return new Crosstab(cells.length, cells[0].length, units);
    }

    private static List<TableUnit> stratified(double scale) {
        var units = new ArrayList<TableUnit>();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 2; column++) {
                for (int stratum = 0; stratum < 3; stratum++) {
                    long n = STRATIFIED[row][column][stratum];
                    units.add(new TableUnit(row, column, scale * WEIGHT[stratum], stratum, "", n));
                }
            }
        }
        return units;
    }

    private static List<TableUnit> clustered() {
        var units = new ArrayList<TableUnit>();
        for (int district = 0; district < DISTRICTS.length; district++) {
            for (int cell = 0; cell < 6; cell++) {
                long n = DISTRICTS[district][cell];
                if (n > 0) {
                    units.add(new TableUnit(cell / 2, cell % 2, 1, 0, "d" + district, n));
                }
            }
        }
        return units;
    }

    @Test
    void counts_have_the_chi_squared_and_the_residuals_of_R() {
        var table = counted(new long[] {762, 327, 468}, new long[] {484, 239, 477});
        assertThat(table.pearson().statistic()).isCloseTo(30.0701490958, within(1e-9));
        assertThat(table.pearson().freedom()).isEqualTo(2);
        assertThat(table.pearson().p()).isCloseTo(2.95358918321e-07, within(1e-17));
        assertThat(table.residual(0, 0)).isCloseTo(4.50205352109, within(1e-10));
        assertThat(table.residual(1, 1)).isCloseTo(-0.699451732984, within(1e-10));
    }

    @Test
    void the_limits_of_v_are_those_of_the_noncentrality() {
        var table = counted(new long[] {762, 327, 468}, new long[] {484, 239, 477});
        assertThat(table.cramersV()).isCloseTo(0.1044358023565, within(1e-12));
        assertThat(table.limits(1).low()).isCloseTo(0.0649074181025, within(1e-8));
        assertThat(table.limits(1).high()).isCloseTo(0.1402639046657, within(1e-8));
        var small = counted(new long[] {12, 5, 7}, new long[] {9, 14, 3});
        assertThat(small.limits(1).low()).isZero();
        assertThat(small.limits(1).high()).isCloseTo(0.608238167141, within(1e-8));
        var none = counted(new long[] {10, 20}, new long[] {20, 40});
        assertThat(none.cramersV()).isCloseTo(0, within(1e-7));
        assertThat(none.limits(1).high()).as("never known exactly").isGreaterThan(0.1);
    }

    @Test
    void of_many_units_the_normal_approximation_goes_on_where_the_sum_ends() {
        double sum = NoncentralChiSquared.noncentrality(4999, 4, 0.975);
        double normal = NoncentralChiSquared.noncentrality(5001, 4, 0.975);
        assertThat(normal - sum).isBetween(0.0, 8.0);
        assertThat(NoncentralChiSquared.noncentrality(5001, 4, 0.025)
                        - NoncentralChiSquared.noncentrality(4999, 4, 0.025))
                .isBetween(0.0, 8.0);
    }

    @Test
    void a_stratified_sample_has_the_second_order_f_of_the_survey_package_whatever_the_scale_of_weights() {
        for (double scale : new double[] {1, 1e-6, 1e6}) {
            var table = new Crosstab(3, 2, stratified(scale));
            assertThat(table.pearson().statistic()).isCloseTo(3.07406257587, within(1e-8));
            var found = new RaoScott(table, SIZE).test().orElseThrow();
            assertThat(found.test().statistic()).isCloseTo(1.61957094157, within(1e-8));
            assertThat(found.test().freedom()).isCloseTo(1.99569547438, within(1e-8));
            assertThat(found.test().ofError()).isCloseTo(393.15200845337, within(1e-6));
            assertThat(found.test().p()).isCloseTo(0.199357466119, within(1e-8));
        }
    }

    @Test
    void clusters_have_the_second_order_f_of_the_survey_package() {
        var found = new RaoScott(new Crosstab(3, 2, clustered()), Double.POSITIVE_INFINITY)
                .test()
                .orElseThrow();
        assertThat(found.test().statistic()).isCloseTo(5.09046261529, within(1e-8));
        assertThat(found.test().freedom()).isCloseTo(1.49463977771, within(1e-8));
        assertThat(found.test().ofError()).isCloseTo(20.92495688790, within(1e-6));
        assertThat(found.test().p()).isCloseTo(0.0230716168258, within(1e-8));
    }

    @Test
    void a_residual_under_a_simple_design_is_close_to_that_of_counts() {
        var table = counted(new long[] {762, 327, 468}, new long[] {484, 239, 477});
        assertThat(new RaoScott(table, Double.POSITIVE_INFINITY).residual(0, 0))
                .isCloseTo(table.residual(0, 0), within(0.05));
    }

    /** Within such a group nothing varies between clusters: what is left of Δ are the errors of sums. */
    @Test
    void groups_of_one_cluster_each_leave_nothing_to_test_by() {
        var units = new ArrayList<TableUnit>();
        long[][] counts = {{7, 3, 5}, {11, 6, 1}, {5, 13, 9}, {17, 19, 23}};
        for (int group = 0; group < counts.length; group++) {
            for (int category = 0; category < 3; category++) {
                units.add(new TableUnit(group, category, 1.1, 0, "c" + group, counts[group][category]));
            }
        }
        var found = new RaoScott(new Crosstab(counts.length, 3, units), Double.POSITIVE_INFINITY);
        assertThat(found.test()).isEmpty();
    }
}
