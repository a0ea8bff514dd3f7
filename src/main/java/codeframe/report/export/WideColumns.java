package codeframe.report.export;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of the wide table: id and path, the metadata, the variables per coder, what became of the image, and what
 * people left with it. A metadata column that is called like one of ours is renamed, visibly: {@code id} becomes {@code metadata_id}.
 */
final class WideColumns {
    static final String REASON = "no_image_reason";

    private final Seen seen;
    private final Set<String> names = new LinkedHashSet<>(List.of("id", "path"));
    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final List<String> metadata = new ArrayList<>();

    /**
     * One coder's answers for one variable, with how CLIP came to them or how gold was settled beside.
     *
     * @param twice whether images came to the coder again, so that there are second answers
     */
    record Answer(ReportedCoder coder, Variable variable, boolean twice) {
        String key() {
            return key(coder.id(), variable.key());
        }

        static String key(long coder, String variable) {
            return coder + " " + variable;
        }

        /** Whether one category was chosen by its phrases; where several may apply, the long table tells of each. */
        boolean clip() {
            return coder.isClip() && variable.type() != VariableType.MULTI;
        }

        /** Made of the codes of images by a rule. */
        boolean lifted() {
            return coder.isLift();
        }

        /** Asked of posts or videos: a code may be of the whole, or of the one image that stands in its row. */
        boolean several() {
            return variable.unit().several();
        }

        /** Settled here, so that it is known how. */
        boolean settled() {
            return coder.kind().equals("gold");
        }
    }

    /**
     * Who left more than codes with what they saw.
     *
     * @param twice the coders to whom images came again
     * @param watching those who played a video
     */
    record Seen(Set<Long> twice, Set<Long> watching) {}

    WideColumns(Selection selection, Seen seen, List<String> metadataNames, WideColumnNames columnNames) {
        this.seen = seen;
        var ours = ours(selection, columnNames);
        var taken = new LinkedHashSet<>(names);
        taken.addAll(ours);
        metadataNames.forEach(name -> {
            var unique = taken.add(name) ? name : unique("metadata_" + name, taken);
            metadata.add(unique);
            if (!unique.equals(name)) {
                renamed.put(name, unique);
            }
        });
        names.addAll(metadata);
        names.addAll(ours);
    }

    private Set<String> ours(Selection selection, WideColumnNames columnNames) {
        var ours = new LinkedHashSet<String>(List.of("id", "path"));
        var columns = columnNames.of(selection.variables());
        boolean several = selection.coders().size() > 1;
        for (var variable : selection.variables()) {
            for (var coder : selection.coders()) {
                if (coder.codes(variable.key())) {
                    var answer = new Answer(coder, variable, seen.twice().contains(coder.id()));
                    answers.add(answer);
                    suffixes(answer)
                            .forEach(suffix -> unique(
                                    columns.get(variable.key()) + suffix + (several ? " (" + coder.name() + ")" : ""),
                                    ours));
                }
            }
        }
        selection.coders().forEach(coder -> unique("outcome" + (several ? " (" + coder.name() + ")" : ""), ours));
        selection.coders().stream()
                .filter(ReportedCoder::costs)
                .forEach(coder -> unique("cost_usd" + (several ? " (" + coder.name() + ")" : ""), ours));
        selection
                .coders()
                .forEach(coder ->
                        left(coder).forEach(name -> unique(name + (several ? " (" + coder.name() + ")" : ""), ours)));
        unique(REASON, ours);
        ours.removeAll(List.of("id", "path"));
        return ours;
    }

    static List<String> suffixes(Answer answer) {
        var suffixes = new ArrayList<>(List.of(""));
        if (answer.clip()) {
            suffixes.addAll(List.of("_phrase", "_probability", "_runner_up", "_margin"));
        } else if (answer.settled()) {
            suffixes.addAll(List.of("_provenance", "_reason", "_error_type"));
        } else if (answer.lifted()) {
            suffixes.addAll(List.of("_rule", "_n_images"));
        }
        if (answer.several()) {
            suffixes.add("_unit");
        }
        if (answer.twice()) {
            suffixes.add("_second");
        }
        return suffixes;
    }

    /** What a coder leaves with an image besides codes: a person here time, flag and note, an imported one a note. */
    static List<String> noted(ReportedCoder coder) {
        return switch (coder.kind()) {
            case "person" -> List.of("seconds", "flagged", "note");
            case "imported" -> List.of("note");
            default -> List.of();
        };
    }

    /** The same, and how much of a video was seen of those who played one. */
    List<String> left(ReportedCoder coder) {
        var left = new ArrayList<>(noted(coder));
        if (seen.watching().contains(coder.id())) {
            left.addAll(List.of("watched_seconds", "watched_share"));
        }
        return left;
    }

    private static String unique(String name, Set<String> taken) {
        var candidate = name;
        for (int n = 2; !taken.add(candidate); n++) {
            candidate = name + "_" + n;
        }
        return candidate;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    List<Answer> answers() {
        return answers;
    }

    /** Metadata columns by the name they came with, where it was taken. */
    Map<String, String> renamed() {
        return renamed;
    }
}
