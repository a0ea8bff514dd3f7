package codeframe.llm.answer;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.llm.confidence.AnswerTokens;
import codeframe.llm.prompt.Asking;
import codeframe.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a reply of the model; whatever it says, the result is an answer and never an exception. */
public final class AnswerParser {
    private AnswerParser() {}

    /**
     * @param content the text of the reply, or null
     * @param refusal what the server gives as the model's refusal, or null
     * @param finishReason as the server names it, or null
     */
    public static ModelAnswer read(String content, String refusal, String finishReason, Asking asking) {
        return read(content, refusal, finishReason, asking, List.of(), AnswerTokens.NONE);
    }

    /**
     * @param mappings what values mean that the codebook does not have
     * @param tokens of the content with their probabilities, where they are known
     */
    public static ModelAnswer read(
            String content,
            String refusal,
            String finishReason,
            Asking asking,
            List<ValueMapping> mappings,
            AnswerTokens tokens) {
        var raw = storable(content == null || content.isBlank() ? refusal : content);
        var finish = finishReason == null ? "" : finishReason.toLowerCase(Locale.ROOT);
        if (refusal != null && !refusal.isBlank()) {
            return ModelAnswer.without(Outcome.REFUSED, storable(refusal), "The model refused to answer.");
        } else if (finish.equals("content_filter")) {
            return ModelAnswer.without(Outcome.REFUSED, raw, "The server's content filter withheld the answer.");
        } else if (finish.equals("length")) {
            return ModelAnswer.without(
                    Outcome.TRUNCATED,
                    raw,
                    raw.isBlank()
                            ? "The limit of output tokens was used up before an answer began, as by a model that reasons"
                                    + " first. Raise “Answer at most”, or ask for less reasoning."
                            : "The answer reached the limit of output tokens before it was complete.");
        } else if (raw.isBlank()) {
            return ModelAnswer.without(Outcome.INVALID_ANSWER, raw, "The answer is empty.");
        }
        return read(raw, new Reader(asking, mappings, tokens));
    }

    /** By what a value is read. */
    private record Reader(Asking asking, List<ValueMapping> mappings, AnswerTokens tokens) {
        ValueReading read(Variable variable, AnswerKeys.Found answer) {
            var value = answer.values().get(variable.key());
            return value == null
                    ? ValueReading.mistaken("The answer has no value for “" + variable.key() + "”.")
                    : new ValueReader(
                                    variable,
                                    asking.mayNotApply(variable),
                                    asking.evidence().describes(),
                                    mappings)
                            .read(value);
        }
    }

    private static ModelAnswer read(String raw, Reader reader) {
        var asking = reader.asking();
        var keys = new AnswerKeys(asking.variables());
        var json = JsonInText.of(raw);
        var sure = new SureCodes(raw, reader.tokens(), json);
        var objects = json.stream().map(JsonInText.Found::node).toList();
        var found =
                json.isEmpty() ? KeyValueLines.of(raw, keys, asking.variables()) : new PairList(keys).joined(objects);
        if (found.isEmpty()) {
            return withoutJson(raw);
        }
        return found.stream()
                .map(object -> read(raw, keys.best(List.of(object)), reader, sure))
                .filter(answer -> answer.outcome() == Outcome.CODED)
                .findFirst()
                .orElseGet(() -> read(raw, keys.best(found), reader, sure));
    }

    /** The first object that answers everything counts; where none does, the last that answers anything. */
    private static ModelAnswer read(String raw, AnswerKeys.Found answer, Reader reader, SureCodes sure) {
        var variables = reader.asking().variables();
        var codes = new ArrayList<Code>();
        var outside = new ArrayList<OutsideValue>();
        var mistakes = new ArrayList<>(answer.mistakes());
        int answered = 0;
        for (var variable : variables) {
            var read = reader.read(variable, answer);
            codes.addAll(sure.of(variable, reader.asking().mayNotApply(variable), read.codes(), answer));
            mistakes.addAll(read.mistakes());
            outside.addAll(read.outside());
            answered += read.codes().isEmpty() ? 0 : 1;
        }
        if (answered == 0 && Refusals.isRefusal(answer.strings())) {
            return ModelAnswer.without(Outcome.REFUSED, raw, "The model refused to answer.");
        }
        return new ModelAnswer(outcome(answered, variables.size()), codes, raw, mistakes, outside);
    }

    private static Outcome outcome(int answered, int asked) {
        if (answered == asked) {
            return Outcome.CODED;
        }
        return answered == 0 ? Outcome.INVALID_ANSWER : Outcome.PARTLY_CODED;
    }

    private static ModelAnswer withoutJson(String raw) {
        if (Refusals.isRefusal(raw)) {
            return ModelAnswer.without(Outcome.REFUSED, raw, "The model refused to answer, in plain words.");
        } else if (JsonInText.isCutOff(raw)) {
            return ModelAnswer.without(Outcome.TRUNCATED, raw, "The answer ends in the middle of its JSON.");
        }
        return ModelAnswer.without(Outcome.INVALID_ANSWER, raw, "There is no JSON object in the answer.");
    }

    /** PostgreSQL holds neither the zero character nor half a surrogate pair. */
    static String storable(String text) {
        if (text == null) {
            return "";
        }
        return text.replace('\0', '\u2400').replaceAll("\\p{Cs}", "\uFFFD");
    }
}
