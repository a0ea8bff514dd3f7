package codeframe.report.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.study.CodedRows;
import codeframe.report.study.Recode;
import codeframe.report.study.ReportedCoder;
import codeframe.statistics.agreement.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By hand: α = 1 − Do/De over the coincidences of first and second codings (Krippendorff 2011). */
class WithinCodersTest {
    private static final ReportedCoder ADA = new ReportedCoder(7, "Ada", "person", null, null, null);
    private static final ReportedCoder BEN = new ReportedCoder(8, "Ben", "person", null, null, null);
    private static final ReportedCoder CYD = new ReportedCoder(9, "Cyd", "person", null, null, null);
    private static final Variable TYPE =
            Variable.choice("type", "Type", List.of(Category.of("p", "Poster"), Category.of("q", "Portrait")));

    private final List<CodedRows.Repeated> rows = new ArrayList<>();

    private void coded(ReportedCoder coder, long firstImage, String first, String second) {
        for (int i = 0; i < first.length(); i++) {
            add(firstImage + i, coder, 1, first.charAt(i));
            add(firstImage + i, coder, 2, second.charAt(i));
        }
    }

    /** A dot is an image that was not codable. */
    private void add(long image, ReportedCoder coder, int time, char value) {
        rows.add(
                value == '.'
                        ? new CodedRows.Repeated(image, coder.id(), time, "type", null, "not_codable")
                        : new CodedRows.Repeated(image, coder.id(), time, "type", Character.toString(value), "coded"));
    }

    private WithinCoders told(Map<Long, String> clusters) {
        var lens = new WithinCoders.Lens(TYPE, Recode.NONE, AgreementQuestion.DEFAULT, clusters);
        return WithinCoders.of(lens, rows, List.of(ADA, BEN, CYD));
    }

    private static double value(WithinCoders.Line line) {
        return line.alpha().number().orElseThrow();
    }

    @Test
    void each_coder_and_all_of_them_have_their_alpha_and_who_coded_nothing_twice_has_none() {
        coded(ADA, 1, "pppqqq", "pppqqp");
        coded(BEN, 11, "ppqq.", "ppqqq");
        var told = told(Map.of());
        assertThat(told.coders()).extracting(WithinCoders.Line::name).containsExactly("Ada", "Ben");
        assertThat(told.coders()).extracting(WithinCoders.Line::units).containsExactly(6L, 4L);
        // 7 p and 5 q: De = 2·7·5/(12·11), Do = 2/12
        assertThat(value(told.coders().get(0))).isCloseTo(0.685714, within(1e-6));
        // 11 p and 9 q: De = 2·11·9/(20·19), Do = 2/20
        assertThat(value(told.all().orElseThrow())).isCloseTo(0.808081, within(1e-6));
        assertThat(told.all().orElseThrow().units()).isEqualTo(10);
    }

    @Test
    void an_image_that_two_coders_coded_twice_is_drawn_whole() {
        coded(ADA, 1, "ppppqqqqpq", "ppppqqqqqq");
        var apart = method(told(Map.of()));
        coded(BEN, 1, "ppppqqqqpq", "ppppqqqqqq");
        assertThat(method(told(Map.of()))).isNotEqualTo(apart).contains("clusters");
    }

    private static String method(WithinCoders told) {
        var alpha = (Figure.Estimate) told.all().orElseThrow().alpha();
        return alpha.interval().orElseThrow().method();
    }

    @Test
    void without_second_codings_nothing_is_said() {
        assertThat(told(Map.of()).any()).isFalse();
        assertThat(told(Map.of()).all()).isEmpty();
    }
}
