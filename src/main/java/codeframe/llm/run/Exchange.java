package codeframe.llm.run;

import codeframe.llm.price.TokenCount;
import java.math.BigDecimal;

/**
 * One request and its reply, as a page shows them.
 *
 * @param prompt as it was sent, without the image
 * @param told of the image in words; null where the image itself was sent
 * @param schema that the answer was held to, or empty
 * @param raw the answer verbatim; null where none came
 * @param tokens null where none came
 * @param expected tokens of the input by our own count
 */
public record Exchange(
        String prompt,
        String told,
        String schema,
        String raw,
        String finish,
        TokenCount tokens,
        int expected,
        BigDecimal cost,
        int ms) {}
