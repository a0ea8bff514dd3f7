package codeframe.report.compare;

import codeframe.codebook.Variable;
import codeframe.report.study.VariableAnswers;
import codeframe.report.validation.MachineLabels;
import codeframe.web.plot.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** What two coders gave to the same images. */
record Changes(Variable variable, List<Long> images, VariableAnswers answers, long first, long second) {

    List<Long> changed() {
        return images.stream().filter(image -> !one(image).equals(two(image))).toList();
    }

    /** Images that went from one class to another; of two empty ones, all that changed. */
    List<Long> cell(String row, String column) {
        return row.isEmpty() && column.isEmpty()
                ? changed()
                : images.stream()
                        .filter(image -> name(one(image)).equals(row))
                        .filter(image -> name(two(image)).equals(column))
                        .toList();
    }

    Matrix matrix(BiFunction<String, String, String> path) {
        var names = names();
        var counts = new long[names.size()][names.size()];
        for (long image : images) {
            counts[names.indexOf(name(one(image)))][names.indexOf(name(two(image)))]++;
        }
        var cells = new ArrayList<List<Matrix.Cell>>();
        for (int row = 0; row < counts.length; row++) {
            var line = new ArrayList<Matrix.Cell>();
            for (int column = 0; column < counts.length; column++) {
                line.add(new Matrix.Cell(counts[row][column], path.apply(names.get(row), names.get(column))));
            }
            cells.add(line);
        }
        return new Matrix("First", "Second", names, names, cells);
    }

    /** Of sets of labels, every label by itself. */
    List<ClassChange> classes() {
        var labels = new LinkedHashSet<>(variable.values());
        labels.addAll(answers.values());
        return labels.stream()
                .map(label -> new ClassChange(
                        label,
                        images.stream()
                                .filter(image -> one(image).contains(label))
                                .count(),
                        images.stream()
                                .filter(image -> two(image).contains(label))
                                .count(),
                        images.stream()
                                .filter(image ->
                                        one(image).contains(label) && two(image).contains(label))
                                .count()))
                .toList();
    }

    List<String> names() {
        var names = new LinkedHashSet<>(variable.values());
        images.forEach(image -> names.add(name(one(image))));
        images.forEach(image -> names.add(name(two(image))));
        if (names.remove(MachineLabels.NO_ANSWER)) {
            names.add(MachineLabels.NO_ANSWER);
        }
        return List.copyOf(names);
    }

    private static String name(Set<String> given) {
        return given.isEmpty() ? MachineLabels.NO_ANSWER : String.join(Variable.TOGETHER, given);
    }

    private Set<String> one(long image) {
        return answers.of(image, first);
    }

    private Set<String> two(long image) {
        return answers.of(image, second);
    }

    /** What both gave, in words. */
    List<String> said(String nameOfFirst, String nameOfSecond, long image) {
        return List.of(
                nameOfFirst + ": " + variable.labelOf(name(one(image))),
                nameOfSecond + ": " + variable.labelOf(name(two(image))));
    }
}
