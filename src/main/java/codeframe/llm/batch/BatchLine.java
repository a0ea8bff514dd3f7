package codeframe.llm.batch;

import codeframe.db.Json;
import codeframe.llm.ask.Reply;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.UnansweredReply;
import codeframe.llm.price.Batches;
import codeframe.llm.price.Ledger;
import codeframe.llm.price.Receipt;
import codeframe.llm.server.ServerErrorText;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one request of a batch.
 *
 * @param refusal what the server said where it refused the request, and nothing where it was not done
 */
record BatchLine(Receipt receipt, Optional<ServerRefusal> refusal) {

    /** As much of a refusal is kept as is needed to read it again. */
    private static final int LONGEST = 4_000;

    static BatchLine read(RequestSetup setup, Batches.Open request, JsonNode line) {
        int status = line.path("response").path("status_code").asInt(0);
        var body = line.path("response").path("body");
        if (status == 0) {
            var words = line.path("error").path("message").asText("");
            return new BatchLine(Receipt.failed(null, "The batch says: " + words, 0), Optional.empty());
        } else if (status != 200) {
            var said = new ServerRefusal(status, Map.of(), "", text(body.isEmpty() ? line.path("error") : body));
            return new BatchLine(
                    Receipt.failed(status, "The batch says with status " + status + ServerErrorText.of(said) + ".", 0),
                    Optional.of(said));
        }
        return answered(setup, request, body);
    }

    private static BatchLine answered(RequestSetup setup, Batches.Open request, JsonNode body) {
        try {
            var reply = Reply.read(Json.MAPPER.writeValueAsString(body));
            var tokens = reply.tokens(setup.tariff(), request.expectedTokens());
            return new BatchLine(reply.receipt(tokens, request.cost(tokens), 0), Optional.empty());
        } catch (UnansweredReply failure) {
            return new BatchLine(failure.receipt(request::cost, 0), failure.refusal());
        } catch (TransportError | JsonProcessingException unreadable) {
            return new BatchLine(
                    Receipt.lost(request.reserved(), 200, "The batch's answer cannot be read.", 0), Optional.empty());
        }
    }

    /** PostgreSQL does not hold the zero character. */
    private static String text(JsonNode body) {
        var text = (body.isTextual() ? body.asText() : body.toString()).replace('\0', '\u2400');
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Its request is settled, once; what it was refused with is kept before, for when its image comes round. */
    void note(Batches batches, Ledger ledger, long request) {
        refusal.ifPresent(said -> batches.note(request, said.body()));
        ledger.settle(request, receipt);
    }
}
