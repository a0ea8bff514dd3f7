package codeframe.llm.answer;

import java.util.List;
import java.util.Optional;

/**
 * What a value that the codebook does not have means in one run, as a person decided.
 *
 * @param said as an {@link OutsideValue} has it; case and spaces are nothing
 * @param means the key of a category, or a word for "no value", see {@link codeframe.llm.prompt.AnswerWords}
 */
public record ValueMapping(String variable, String said, String means) {

    public boolean isOf(String variable, String said) {
        return this.variable.equals(variable) && Folding.of(this.said).equals(Folding.of(Shortened.of(said)));
    }

    static Optional<String> meaning(List<ValueMapping> mappings, String variable, String said) {
        return mappings.stream()
                .filter(mapping -> mapping.isOf(variable, said))
                .map(ValueMapping::means)
                .findFirst();
    }
}
