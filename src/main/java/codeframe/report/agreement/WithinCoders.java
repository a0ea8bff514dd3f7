package codeframe.report.agreement;

import codeframe.codebook.Variable;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.AlphaReport;
import codeframe.report.study.CodedRows;
import codeframe.report.study.CodedVariables;
import codeframe.report.study.Recode;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.agreement.Clustered;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.UnitSums;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How far each coder agrees with themselves: Krippendorff's α of the first and the second coding of the same images,
 * which are taken for two coders (his "stability", Content Analysis, 2019, chapter 12).
 *
 * @param coders one after the other
 * @param all of them together, a coder's image being a unit; an image that several coders coded again is drawn whole
 */
public record WithinCoders(List<Line> coders, Optional<Line> all) {
    static final WithinCoders NONE = new WithinCoders(List.of(), Optional.empty());

    private static final List<ReportedCoder> TIMES = List.of(time(1, "first coding"), time(2, "second coding"));

    /** {@code units} are images with both codings. */
    public record Line(String name, long units, Figure alpha) {}

    /** How a variable is looked at; {@code clusters} by image, none where each image stands for itself. */
    record Lens(Variable variable, Recode recode, AgreementQuestion asked, Map<Long, String> clusters) {}

    private static ReportedCoder time(long number, String name) {
        return new ReportedCoder(number, name, "person", null, null, null);
    }

    public boolean any() {
        return !coders.isEmpty();
    }

    static WithinCoders of(Lens lens, List<CodedRows.Repeated> rows, List<ReportedCoder> coders) {
        var lines = new ArrayList<Line>();
        for (var coder : coders) {
            var own = rows.stream().filter(row -> row.coder() == coder.id()).toList();
            if (!own.isEmpty()) {
                lines.add(line(lens, coder.name(), own));
            }
        }
        return lines.isEmpty() ? NONE : new WithinCoders(lines, Optional.of(line(lens, "All coders", rows)));
    }

    private static Line line(Lens lens, String name, List<CodedRows.Repeated> rows) {
        Map<String, Long> units = new LinkedHashMap<>();
        Map<Long, Long> images = new LinkedHashMap<>();
        var answers = new VariableAnswers(lens.recode());
        for (var row : rows) {
            long unit = units.computeIfAbsent(row.coder() + " " + row.image(), key -> (long) units.size());
            images.put(unit, row.image());
            answers.add(new CodedRows.Row(
                    unit, row.time(), row.time(), 0, row.variable(), row.value(), row.state(), 0, "counted"));
        }
        var coded = CodedVariables.of(lens.variable(), lens.recode(), answers, TIMES);
        var of = answers.images().stream().map(images::get).toList();
        var alpha = AlphaReport.of(coded, lens.asked().withoutKalpha(), drawn(lens, of));
        return new Line(name, coded.codes().pairable().units(), alpha.figure());
    }

    /** Units of one image, or of one account where accounts are drawn, come together. */
    private static UnaryOperator<UnitSums> drawn(Lens lens, List<Long> images) {
        boolean repeated = images.stream().distinct().count() < images.size();
        if (lens.clusters().isEmpty() && !repeated) {
            return UnaryOperator.identity();
        }
        var names = images.stream()
                .map(image -> lens.clusters().getOrDefault(image, Long.toString(image)))
                .toList();
        return sums -> new Clustered(sums, names);
    }
}
