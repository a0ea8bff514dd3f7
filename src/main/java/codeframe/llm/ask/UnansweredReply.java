package codeframe.llm.ask;

import codeframe.llm.price.Receipt;
import codeframe.llm.price.TokenCount;
import codeframe.llm.server.ServerRefusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reply of status 200 that holds no answer: no choices, or an error in place of them. It cost what its usage says, and
 * where it says nothing, nothing.
 */
public final class UnansweredReply extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<TokenCount> usage;
    private final transient Optional<ServerRefusal> refusal;

    /** @param error of the reply or of its choice; missing where there is none */
    UnansweredReply(JsonNode error, Optional<TokenCount> usage) {
        super(sentence(words(error)), null, false, false);
        this.usage = usage;
        this.refusal = refusal(error);
    }

    private static String words(JsonNode error) {
        return error.isTextual() ? error.asText() : error.path("message").asText("");
    }

    private static String sentence(String words) {
        return words.isEmpty()
                ? "The server's reply holds no answer."
                : "The server's reply holds no answer; it says: “" + words + "”.";
    }

    /** As if it had been said by its status, where the error has the number of one. */
    private static Optional<ServerRefusal> refusal(JsonNode error) {
        int code = error.path("code").asInt(0);
        return code >= 400 && code <= 599
                ? Optional.of(new ServerRefusal(code, Map.of(), "", "{\"error\":" + error + "}"))
                : Optional.empty();
    }

    /** @param price of so many tokens */
    public Receipt receipt(Function<TokenCount, BigDecimal> price, int ms) {
        int status = refusal.map(ServerRefusal::status).orElse(200);
        return Receipt.unanswered(
                usage.map(price).orElse(BigDecimal.ZERO), usage.orElse(null), status, getMessage(), ms);
    }

    public Optional<ServerRefusal> refusal() {
        return refusal;
    }
}
