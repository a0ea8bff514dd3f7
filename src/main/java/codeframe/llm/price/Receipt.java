package codeframe.llm.price;

import codeframe.db.Json;
import java.math.BigDecimal;

/**
 * How a request ended.
 *
 * @param state answered, failed (nothing was charged) or lost (nobody knows)
 * @param tokens null where there is no count
 * @param status of HTTP, null where no answer came
 * @param said what is to be told of it, or null
 * @param signature of the answer
 * @param logprobs of its tokens, as {@code AnswerTokens} keeps them, or null
 */
public record Receipt(
        String state,
        BigDecimal cost,
        TokenCount tokens,
        Integer status,
        String said,
        String answer,
        String refusal,
        String finish,
        int ms,
        Signature signature,
        Json logprobs) {
    /** Where nothing is known of tokens. */
    public Receipt(
            String state,
            BigDecimal cost,
            TokenCount tokens,
            Integer status,
            String said,
            String answer,
            String refusal,
            String finish,
            int ms,
            Signature signature) {
        this(state, cost, tokens, status, said, answer, refusal, finish, ms, signature, null);
    }

    public static Receipt failed(Integer status, String said, int ms) {
        return new Receipt("failed", BigDecimal.ZERO, null, status, said, null, null, null, ms, Signature.NONE);
    }

    /**
     * It answered without an answer, and charged what it said, or nothing.
     *
     * @param status the one that its words name, or that of the reply
     */
    public static Receipt unanswered(BigDecimal cost, TokenCount tokens, int status, String said, int ms) {
        return new Receipt("failed", cost, tokens, status, said, null, null, null, ms, Signature.NONE);
    }

    /** @param reserved the most it can have cost, which is what it counts for */
    public static Receipt lost(BigDecimal reserved, Integer status, String said, int ms) {
        return new Receipt("lost", reserved, null, status, said, null, null, null, ms, Signature.NONE);
    }

    Integer inputTokens() {
        return tokens == null ? null : Integer.valueOf(tokens.input());
    }

    Integer cachedTokens() {
        return tokens == null ? null : Integer.valueOf(tokens.cached());
    }

    Integer outputTokens() {
        return tokens == null ? null : Integer.valueOf(tokens.output());
    }

    boolean reported() {
        return tokens != null && tokens.reported();
    }
}
