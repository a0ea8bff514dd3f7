package codeframe.vote;

import codeframe.codebook.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What voters said, by image, variable and voter. */
final class VotersAnswers {
    /** An answer without values is unsure, not codable or not applicable. */
    private record Answer(long coding, Set<String> values, String state, Map<String, Double> scores) {}

    private record Key(long image, String variable, long coder) {}

    private final Map<Key, Answer> answers = new HashMap<>();

    VotersAnswers(List<VoteRows.Said> said) {
        said.forEach(this::add);
    }

    /** Of two codings by one voter the later one counts. */
    private void add(VoteRows.Said row) {
        var key = new Key(row.image(), row.variable(), row.coder());
        var answer = answers.get(key);
        if (answer == null || answer.coding != row.coding()) {
            answer = new Answer(row.coding(), new TreeSet<>(), row.state(), scores(row));
            answers.put(key, answer);
        }
        if (row.value() != null) {
            answer.values.add(row.value());
        }
    }

    private static Map<String, Double> scores(VoteRows.Said row) {
        if (row.scores() == null) {
            return Map.of();
        }
        var scores = new HashMap<String, Double>();
        row.scores()
                .tree()
                .properties()
                .forEach(entry -> scores.put(entry.getKey(), entry.getValue().asDouble()));
        return scores;
    }

    Set<String> values(long image, String variable, long coder) {
        var answer = answers.get(new Key(image, variable, coder));
        return answer == null ? Set.of() : answer.values;
    }

    /** In words that are kept: its values, its state, or nothing where it said nothing. */
    String words(long image, String variable, long coder) {
        var answer = answers.get(new Key(image, variable, coder));
        if (answer == null) {
            return "";
        }
        return answer.values.isEmpty() ? answer.state.replace('_', ' ') : String.join(Variable.TOGETHER, answer.values);
    }

    boolean notApplicable(long image, String variable, long coder) {
        var answer = answers.get(new Key(image, variable, coder));
        return answer != null && answer.state.equals("not_applicable");
    }

    Map<String, Double> scores(long image, String variable, long coder) {
        var answer = answers.get(new Key(image, variable, coder));
        return answer == null ? Map.of() : answer.scores;
    }
}
