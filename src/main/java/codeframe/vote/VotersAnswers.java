package codeframe.vote;

import codeframe.codebook.Variable;
import codeframe.coding.CodeState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What voters said, by image, variable and voter. */
final class VotersAnswers {
    /** An answer without values is unsure, not codable or not applicable. */
    private static final class Answer {
        private final long coding;
        private final Set<String> values = new TreeSet<>();
        private final String state;
        private final Map<String, Double> scores;
        private Double confidence;

        Answer(VoteRows.Said row) {
            coding = row.coding();
            state = row.state();
            scores = scoresOf(row);
        }
    }

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
            answer = new Answer(row);
            answers.put(key, answer);
        }
        if (row.value() != null) {
            answer.values.add(row.value());
        }
        if (row.confidence() != null && (answer.confidence == null || row.confidence() < answer.confidence)) {
            answer.confidence = row.confidence();
        }
    }

    private static Map<String, Double> scoresOf(VoteRows.Said row) {
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

    boolean unsure(long image, String variable, long coder) {
        return state(image, variable, coder) == CodeState.UNSURE;
    }

    /** Coded where nothing was said. */
    CodeState state(long image, String variable, long coder) {
        var answer = answers.get(new Key(image, variable, coder));
        return answer == null ? CodeState.CODED : CodeState.ofWord(answer.state);
    }

    /** Of several values that of the least sure, as where images are put in order by how sure a coder was. */
    Optional<Double> confidence(long image, String variable, long coder) {
        return Optional.ofNullable(answers.get(new Key(image, variable, coder))).map(answer -> answer.confidence);
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
