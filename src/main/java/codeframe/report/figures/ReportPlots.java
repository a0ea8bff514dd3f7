package codeframe.report.figures;

import codeframe.statistics.agreement.Coincidences;
import codeframe.statistics.agreement.Wilson;
import codeframe.web.plot.CalibrationBin;
import codeframe.web.plot.Estimate;
import codeframe.web.plot.Matrix;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The drawings of a report. */
public final class ReportPlots {
    private ReportPlots() {}

    /** α and the other coefficients that are defined, one below the other. */
    public static List<Estimate> coefficients(AgreementReport report) {
        long n = report.pairable().units();
        return Stream.concat(
                        Stream.of(Map.entry("Krippendorff's α", report.alpha().figure())),
                        report.coefficients().entrySet().stream()
                                .map(entry -> Map.entry(FigureText.name(entry.getKey()), entry.getValue())))
                .filter(entry -> FigureText.defined(entry.getValue()))
                .map(entry -> FigureText.plotted(entry.getKey(), entry.getValue(), n))
                .toList();
    }

    /** The coincidence matrix, rounded to whole codes. */
    public static Matrix coincidences(AgreementReport report, CellLinks links) {
        var categories = report.variable().categories();
        var found = new Coincidences(report.variable().codes());
        var cells = IntStream.range(0, categories.size())
                .mapToObj(c -> IntStream.range(0, categories.size())
                        .mapToObj(k -> new Matrix.Cell(
                                Math.round(found.of(c, k)), links.path(categories.get(c), categories.get(k))))
                        .toList())
                .toList();
        return new Matrix("One coder", "Another", categories, categories, cells);
    }

    /** Where the images of a cell are shown, by the class of its row and of its column; nowhere when empty. */
    public interface CellLinks {
        CellLinks NONE = (row, column) -> "";

        String path(String row, String column);
    }

    /** Gold in rows, the machine's answers in columns, abstentions last where there are any. */
    public static Matrix confusion(ValidationReport report, CellLinks links) {
        var classes = report.judged().classes();
        boolean abstained = report.judged().predictions().abstained() > 0;
        var columns = abstained
                ? Stream.concat(classes.stream(), Stream.of("no answer")).toList()
                : classes;
        var cells = IntStream.range(0, classes.size())
                .mapToObj(gold -> IntStream.range(0, columns.size())
                        .mapToObj(said -> new Matrix.Cell(
                                Math.round(report.counts().of(gold, said)),
                                links.path(classes.get(gold), columns.get(said))))
                        .toList())
                .toList();
        return new Matrix("Gold", "Machine", classes, columns, cells);
    }

    /** The bins that have units, with Wilson's limits of the share that was right. */
    public static List<CalibrationBin> calibration(codeframe.statistics.validation.Calibration found) {
        return found.bins().stream()
                .filter(bin -> bin.n() > 0)
                .map(bin -> {
                    var limits = Wilson.interval(bin.accuracy() * bin.n(), bin.n());
                    return new CalibrationBin(bin.confidence(), bin.accuracy(), limits.low(), limits.high(), bin.n());
                })
                .toList();
    }

    public static List<Estimate> f1s(ValidationReport report, UnaryOperator<String> names) {
        return report.classes().stream()
                .filter(found -> FigureText.defined(found.f1()))
                .map(found -> FigureText.plotted(names.apply(found.label()), found.f1(), found.support()))
                .toList();
    }
}
