package codeframe.llm.ask;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.db.Json;
import codeframe.run.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several answers to the same question amount to (self-consistency: Wang and others, 2023, "Self-Consistency Improves
 * Chain of Thought Reasoning in Language Models"). The most frequent answer is taken, variable by variable, and its share of
 * all answers asked for is its confidence. Of answers equally frequent the one given first is taken: the order in which
 * they came is chance by the seed, unlike that of the alphabet.
 */
record Consensus(Outcome outcome, List<Code> codes) {

    static Consensus of(List<Interview> interviews, List<Variable> variables) {
        if (interviews.size() == 1) {
            var only = interviews.get(0);
            return new Consensus(only.outcome(), only.codes());
        }
        var codes = new ArrayList<Code>();
        int answered = 0;
        for (var variable : variables) {
            var agreed = agreed(interviews, variable.key());
            codes.addAll(agreed);
            answered += agreed.isEmpty() ? 0 : 1;
        }
        if (answered == 0) {
            return new Consensus(commonest(interviews), List.of());
        }
        return new Consensus(answered == variables.size() ? Outcome.CODED : Outcome.PARTLY_CODED, codes);
    }

    /** An answer without a valid value counts among those asked for, but cannot be the one that is taken. */
    private static List<Code> agreed(List<Interview> interviews, String variable) {
        Map<List<String>, List<List<Code>>> answers = new LinkedHashMap<>();
        for (var interview : interviews) {
            var said = interview.codes().stream()
                    .filter(code -> code.variable().equals(variable))
                    .toList();
            if (!said.isEmpty()) {
                answers.computeIfAbsent(sameness(said), none -> new ArrayList<>())
                        .add(said);
            }
        }
        int most = answers.values().stream().mapToInt(List::size).max().orElse(0);
        return answers.values().stream()
                .filter(same -> same.size() == most)
                .findFirst()
                .map(same -> withShare(same.get(0), (double) most / interviews.size(), counts(answers)))
                .orElse(List.of());
    }

    private static List<String> sameness(List<Code> codes) {
        return codes.stream()
                .map(code -> code.state() + ":" + code.value())
                .sorted()
                .toList();
    }

    private static Json counts(Map<List<String>, List<List<Code>>> answers) {
        var counts = new LinkedHashMap<String, Integer>();
        answers.values().forEach(same -> counts.put(text(same.get(0)), same.size()));
        return Json.of(Map.of("samples", counts));
    }

    private static String text(List<Code> codes) {
        return String.join(
                "; ",
                codes.stream()
                        .map(code -> code.value() == null
                                ? code.state().name().toLowerCase(java.util.Locale.ROOT)
                                : code.value())
                        .toList());
    }

    private static List<Code> withShare(List<Code> codes, double share, Json counts) {
        return codes.stream()
                .map(code -> new Code(code.variable(), code.value(), code.state(), share, counts))
                .toList();
    }

    /** Of outcomes equally frequent, the first. */
    private static Outcome commonest(List<Interview> interviews) {
        var outcomes = new LinkedHashMap<Outcome, Integer>();
        interviews.forEach(interview -> outcomes.merge(interview.outcome(), 1, Integer::sum));
        int most = outcomes.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
