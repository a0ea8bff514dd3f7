package codeframe.report.study;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.figures.CodedVariable;
import codeframe.report.figures.LabelSets;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.web.MemoryShare;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes of answers what the arithmetic takes. */
public final class CodedVariables {
    private CodedVariables() {}

    public static CodedVariable of(
            Variable variable, Recode recode, VariableAnswers answers, List<ReportedCoder> coders) {
        var names = coders.stream().map(ReportedCoder::name).toList();
        if (variable.type() == VariableType.MULTI) {
            return sets(variable, answers, coders, names);
        }
        var categories = categories(variable, recode, answers);
        var codes = codes(answers, coders, categories, given -> given.iterator().next());
        var level = categories.stream().anyMatch(category -> category.startsWith(VariableAnswers.UNSURE))
                ? MeasurementLevel.NOMINAL
                : MeasurementLevel.valueOf(variable.level().name());
        return new CodedVariable(names, categories, values(variable, categories), codes, level, Optional.empty());
    }

    /** Those of the codebook after the lens, in its order, then any other that was given. */
    private static List<String> categories(Variable variable, Recode recode, VariableAnswers answers) {
        var categories = new LinkedHashSet<String>();
        var merged = recode.merged();
        variable.values().forEach(key -> categories.add(merged.getOrDefault(key, key)));
        answers.values().stream()
                .sorted(variable.type() == VariableType.NUMBER ? byNumber() : Comparator.naturalOrder())
                .forEach(categories::add);
        return List.copyOf(categories);
    }

    private static Comparator<String> byNumber() {
        return Comparator.comparingDouble(CodedVariables::number).thenComparing(Comparator.naturalOrder());
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double[] values(Variable variable, List<String> categories) {
        return variable.type() == VariableType.NUMBER
                ? categories.stream().mapToDouble(CodedVariables::number).toArray()
                : IntStream.rangeClosed(1, categories.size()).asDoubleStream().toArray();
    }

    private static CodedVariable sets(
            Variable variable, VariableAnswers answers, List<ReportedCoder> coders, List<String> names) {
        var different = new LinkedHashSet<Set<String>>();
        for (long image : answers.images()) {
            for (var coder : coders) {
                different.add(answers.of(image, coder.id()));
            }
        }
        different.remove(Set.of());
        var sets = List.copyOf(different);
        var labels = new LinkedHashSet<>(variable.values());
        labels.addAll(answers.values());
        labels.retainAll(answers.values());
        var categories =
                sets.stream().map(set -> String.join(Variable.TOGETHER, set)).toList();
        var codes = codes(answers, coders, categories, given -> String.join(Variable.TOGETHER, given));
        var values = IntStream.range(0, categories.size()).asDoubleStream().toArray();
        return new CodedVariable(
                names,
                categories,
                values,
                codes,
                MeasurementLevel.NOMINAL,
                Optional.of(new LabelSets(List.copyOf(labels), sets)));
    }

    private static Codes codes(
            VariableAnswers answers,
            List<ReportedCoder> coders,
            List<String> categories,
            Function<Set<String>, String> category) {
        var images = answers.images();
        check(images.size(), coders.size(), categories.size());
        var places = new HashMap<String, Integer>();
        categories.forEach(name -> places.put(name, places.size()));
        var cells = new short[images.size() * coders.size()];
        for (int cell = 0; cell < cells.length; cell++) {
            var given = answers.of(
                    images.get(cell / coders.size()),
                    coders.get(cell % coders.size()).id());
            cells[cell] = given.isEmpty()
                    ? Codes.MISSING
                    : places.get(category.apply(given)).shortValue();
        }
        return new Codes(images.size(), coders.size(), categories.size(), cells);
    }

    /** Codes are kept in two bytes each, in one array. */
    private static void check(long images, long coders, long categories) {
        if (categories > Codes.MOST_CATEGORIES || !MemoryShare.fits(2.0 * images * coders)) {
            throw new Problem.TooLarge(NumberText.count(images, "image", "images") + ", "
                    + NumberText.count(coders, "coder", "coders") + " and "
                    + NumberText.count(categories, "different value", "different values")
                    + " are too many to compute with here. Choose fewer coders or a sample, or merge values.");
        }
    }
}
