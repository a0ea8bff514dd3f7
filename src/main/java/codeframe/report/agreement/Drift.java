package codeframe.report.agreement;

import codeframe.report.figures.CodedVariable;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Jackknife;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.statistics.agreement.OrderTrend;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether coders drift apart: α of the images by when the last of their coders coded them. */
public record Drift(List<Period> weeks, List<Period> thirds) {
    private static final List<String> THIRDS = List.of("first third", "second third", "last third");

    /** {@code units} are those with two codes or more. */
    public record Period(String name, long units, Figure alpha) {}

    static Drift of(CodedVariable variable, VariableAnswers answers) {
        var images = answers.images();
        var codes = variable.codes();
        var pairable = IntStream.range(0, images.size())
                .filter(unit -> pairable(codes, unit))
                .boxed()
                .sorted(Comparator.comparingLong(unit -> answers.codedAt(images.get(unit))))
                .toList();
        Map<String, List<Integer>> weeks = new LinkedHashMap<>();
        Map<String, List<Integer>> thirds = new LinkedHashMap<>();
        for (int rank = 0; rank < pairable.size(); rank++) {
            int unit = pairable.get(rank);
            add(weeks, week(answers.codedAt(images.get(unit))), unit);
            add(thirds, THIRDS.get(rank * 3 / pairable.size()), unit);
        }
        return new Drift(periods(variable, weeks), periods(variable, thirds));
    }

    /** Whether coders differ more, or less, on the images that were coded later. */
    static Optional<OrderTrend> trend(CodedVariable variable, VariableAnswers answers) {
        var images = answers.images();
        var codes = variable.codes();
        var units = IntStream.range(0, images.size())
                .filter(unit -> pairable(codes, unit))
                .toArray();
        return OrderTrend.of(
                IntStream.of(units)
                        .mapToDouble(unit -> answers.codedAt(images.get(unit)))
                        .toArray(),
                IntStream.of(units).mapToDouble(unit -> apart(variable, unit)).toArray());
    }

    /** The mean over pairs of coders: of numbers and ranks how far they are apart, else whether they differ. */
    private static double apart(CodedVariable variable, int unit) {
        var codes = variable.codes();
        boolean ordered =
                variable.level() != MeasurementLevel.NOMINAL && variable.sets().isEmpty();
        var given = IntStream.range(0, codes.coders())
                .map(coder -> codes.code(unit, coder))
                .filter(code -> code != Codes.MISSING)
                .toArray();
        double sum = 0;
        for (int a = 0; a < given.length; a++) {
            for (int c = 0; c < a; c++) {
                double far = ordered ? Math.abs(variable.values()[given[a]] - variable.values()[given[c]]) : 1;
                sum += given[a] == given[c] ? 0 : far;
            }
        }
        return sum / (given.length * (given.length - 1) / 2.0);
    }

    private static boolean pairable(Codes codes, int unit) {
        return IntStream.range(0, codes.coders())
                        .filter(coder -> codes.code(unit, coder) != Codes.MISSING)
                        .count()
                > 1;
    }

    private static void add(Map<String, List<Integer>> periods, String name, int unit) {
        periods.computeIfAbsent(name, none -> new ArrayList<>()).add(unit);
    }

    /** Of the ISO calendar, as "2026, week 47". */
    private static String week(long seconds) {
        var day = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%d, week %02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static List<Period> periods(CodedVariable variable, Map<String, List<Integer>> units) {
        return units.entrySet().stream()
                .map(entry -> new Period(
                        entry.getKey(),
                        entry.getValue().size(),
                        Jackknife.figure(variable.alphaOf(variable.codes().ofUnits(entry.getValue())))))
                .toList();
    }
}
