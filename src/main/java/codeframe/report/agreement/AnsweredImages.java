package codeframe.report.agreement;

import codeframe.codebook.Variable;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.web.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** The images behind a number of the agreement page, under the same lens and from the same answers. */
public record AnsweredImages(
        Variable variable, AgreementOptions options, List<ReportedCoder> coders, VariableAnswers answers) {
    /** Which of the images are meant, in words. */
    public record Meant(String words, List<Long> images) {}

    /** Images on which any two of these coders differ. */
    Meant differing() {
        return meant("on which coders differ", image -> given(image).size() > 1);
    }

    /** Images to which somebody gave the category; of labels, among others. */
    Meant category(String category) {
        return meant(
                "to which a coder gave \"" + variable.labelOf(category) + "\"",
                image -> coders.stream()
                        .anyMatch(coder -> answers.of(image, coder.id()).contains(category)));
    }

    Meant pair(long a, long b) {
        var names = name(a) + " and " + name(b);
        return meant("on which " + names + " differ", image -> {
            var one = answers.of(image, a);
            var two = answers.of(image, b);
            return !one.isEmpty() && !two.isEmpty() && !one.equals(two);
        });
    }

    /** Images to which one coder gave the first category and another the second. */
    Meant cell(String row, String column) {
        return meant(
                "to which one coder gave \"" + variable.labelOf(row) + "\" and another \"" + variable.labelOf(column)
                        + "\"",
                image -> {
                    var given = coders.stream()
                            .map(coder -> String.join(Variable.TOGETHER, answers.of(image, coder.id())))
                            .toList();
                    return row.equals(column)
                            ? given.stream().filter(row::equals).count() > 1
                            : given.contains(row) && given.contains(column);
                });
    }

    private Meant meant(String words, LongPredicate meant) {
        return new Meant(
                words, answers.images().stream().filter(meant::test).sorted().toList());
    }

    private String name(long coder) {
        return coders.stream()
                .filter(c -> c.id() == coder)
                .map(ReportedCoder::name)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("coder"));
    }

    private Set<Set<String>> given(long image) {
        var given = new HashSet<Set<String>>();
        coders.forEach(coder -> given.add(answers.of(image, coder.id())));
        given.remove(Set.of());
        return given;
    }

    /** What everybody gave to the image, in words. */
    public List<String> said(long image) {
        return coders.stream()
                .filter(coder -> !answers.of(image, coder.id()).isEmpty())
                .map(coder -> coder.name() + ": "
                        + answers.of(image, coder.id()).stream()
                                .map(variable::labelOf)
                                .collect(Collectors.joining(", ")))
                .toList();
    }
}
