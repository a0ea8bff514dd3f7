package codeframe.llm.ask;

import codeframe.llm.answer.AnswerParser;
import codeframe.llm.answer.ModelAnswer;
import codeframe.llm.prompt.Asking;

/** The parts of a reply that an answer is read from; each may be null. */
public record ReplyParts(String answer, String refusal, String finish) {

    /** As the run reads it, with what its people decided that values outside the codebook mean. */
    public ModelAnswer read(Asking asking, RunTerms terms) {
        return AnswerParser.read(answer, refusal, finish, asking, terms.mappings());
    }
}
