package codeframe.report.methods.section;

import codeframe.codebook.Variable;
import codeframe.report.document.Bilingual;
import codeframe.report.study.Cluster;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A variable, and what the intervals of its figures draw whole: a post is no part of another where its images are. */
record DrawnVariable(Variable variable, Cluster cluster) {
    /**
     * "about these images"; of variables that are drawn differently "about these posts (Story); about new posts like these;
     * images of a post were taken together (Mood)".
     *
     * @param method of limits that draw something whole; blank where the sentence names it already
     */
    static Bilingual about(List<DrawnVariable> all, Bilingual method) {
        Map<Cluster, List<Variable>> groups = all.stream()
                .collect(Collectors.groupingBy(
                        DrawnVariable::cluster,
                        () -> new EnumMap<>(Cluster.class),
                        Collectors.mapping(DrawnVariable::variable, Collectors.toList())));
        return Bilingual.joined(
                "; ",
                groups.entrySet().stream()
                        .map(group -> UnitWords.about(group.getKey(), UnitWords.common(group.getValue()))
                                .and(behind(Stream.of(
                                        groups.size() > 1 ? labels(group.getValue()) : Bilingual.EMPTY,
                                        group.getKey() == Cluster.IMAGE ? Bilingual.EMPTY : method))))
                        .toList());
    }

    private static Bilingual labels(List<Variable> variables) {
        return Bilingual.of(variables.stream().map(Variable::label).distinct().collect(Collectors.joining(", ")));
    }

    private static Bilingual behind(Stream<Bilingual> told) {
        var words = Bilingual.joined("; ", told.filter(one -> !one.isBlank()).toList());
        return words.isBlank() ? words : Bilingual.of(" (").and(words).and(Bilingual.of(")"));
    }
}
