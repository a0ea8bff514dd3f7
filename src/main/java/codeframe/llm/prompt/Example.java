package codeframe.llm.prompt;

import codeframe.coding.Code;
import java.util.List;

/** An image of the examples with the codes that are right for it. */
public record Example(long image, List<Code> codes) {
    public Example {
        codes = List.copyOf(codes);
    }
}
