package codeframe.llm.answer;

import codeframe.coding.Code;
import java.util.List;

/**
 * One variable's value in an answer as its codes; no code where the value is not valid.
 *
 * @param outside values that the codebook does not have, mapped or not
 */
record ValueReading(List<Code> codes, List<String> mistakes, List<OutsideValue> outside) {

    static ValueReading mistaken(String sentence) {
        return new ValueReading(List.of(), List.of(sentence), List.of());
    }

    static ValueReading of(Code code) {
        return new ValueReading(List.of(code), List.of(), List.of());
    }
}
