package codeframe.llm.ask;

import codeframe.llm.answer.AnswerParser;
import codeframe.llm.answer.ModelAnswer;
import codeframe.llm.confidence.AnswerTokens;
import codeframe.llm.price.Answered;
import codeframe.llm.price.Receipt;
import codeframe.llm.prompt.Asking;

/**
 * The parts of a reply that an answer is read from; each may be null.
 *
 * @param tokens of the answer, where their probabilities are known
 */
public record ReplyParts(String answer, String refusal, String finish, AnswerTokens tokens) {
    public static ReplyParts of(Receipt receipt) {
        return new ReplyParts(
                receipt.answer(), receipt.refusal(), receipt.finish(), AnswerTokens.of(receipt.logprobs()));
    }

    static ReplyParts of(Answered.Row row) {
        return new ReplyParts(row.answer(), row.refusal(), row.finish(), AnswerTokens.of(row.logprobs()));
    }

    /** As the run reads it, with what its people decided that values outside the codebook mean. */
    public ModelAnswer read(Asking asking, RunTerms terms) {
        return AnswerParser.read(answer, refusal, finish, asking, terms.mappings(), tokens);
    }
}
