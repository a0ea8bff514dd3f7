package codeframe.llm.prompt;

import codeframe.codebook.Variable;
import java.util.stream.Stream;

/** The words that stand for "no value" in an answer; a category that has such a word for its key keeps it. */
public record AnswerWords(String unsure, String notApplicable) {
    public static AnswerWords of(Variable variable) {
        return new AnswerWords(
                free(variable, "unsure", "coder_unsure"), free(variable, "not_applicable", "question_not_applicable"));
    }

    private static String free(Variable variable, String... words) {
        return Stream.of(words)
                .filter(word -> variable.category(word).isEmpty())
                .findFirst()
                .orElse(words[0]);
    }
}
