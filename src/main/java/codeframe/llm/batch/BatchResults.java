package codeframe.llm.batch;

import codeframe.db.Json;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.Reply;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.UnansweredReply;
import codeframe.llm.price.Batches;
import codeframe.llm.price.Receipt;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import codeframe.run.CannotRun;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks how far the server is with a batch, and settles its requests when it is over. */
public final class BatchResults {
    private final PaidRequests paid;
    private final Duration pollEvery;

    public BatchResults(PaidRequests paid, Duration pollEvery) {
        this.paid = paid;
        this.pollEvery = pollEvery;
    }

    /** Nothing of it was done, so nothing of it was paid. */
    static void drop(PaidRequests paid, long batch, String sentence) {
        paid.batches().open(batch).forEach(one -> paid.ledger().settle(one.id(), Receipt.failed(null, sentence, 0)));
        paid.batches().end(batch, "failed", sentence);
    }

    /** @return whether it is over, so that its images can go on */
    boolean look(RequestSetup setup, long id) {
        var batch = paid.batches().batch(id).orElseThrow();
        var now = paid.clock().instant();
        if (!batch.state().matches("preparing|sent")
                || !paid.batches().mayLook(id, now, now.minus(pollEvery.dividedBy(2)))) {
            return !batch.state().matches("preparing|sent");
        }
        var server = new BatchClient(setup.client());
        try {
            var remote = batch.remoteId() != null ? Optional.of(batch.remoteId()) : adopted(server, batch);
            return remote.isEmpty() || collected(setup, server, id, remote.get());
        } catch (ServerRefusal | TransportError passing) {
            return false;
        }
    }

    /** A batch whose worker died while handing it over: either the server has it, or nothing happened. */
    private Optional<String> adopted(BatchClient server, Batches.Batch batch) {
        var found = server.find(batch.token());
        found.ifPresentOrElse(
                remote -> paid.batches().sent(batch.id(), remote),
                () -> drop(paid, batch.id(), "The program ended before the batch was handed over."));
        return found;
    }

    private boolean collected(RequestSetup setup, BatchClient server, long batch, String remote) {
        var progress = server.look(remote);
        if (!progress.over()) {
            return false;
        }
        settle(setup, server, batch, progress);
        var left = "The batch ended without this request (" + progress.status() + ").";
        paid.batches().open(batch).forEach(one -> paid.ledger().settle(one.id(), Receipt.failed(null, left, 0)));
        paid.batches().end(batch, progress.refused() ? "failed" : "done", progress.words());
        if (progress.refused()) {
            throw refused(progress.words());
        }
        return true;
    }

    private void settle(RequestSetup setup, BatchClient server, long batch, BatchClient.Progress progress) {
        Map<String, Batches.Open> open = new HashMap<>();
        paid.batches().open(batch).forEach(one -> open.put(Long.toString(one.id()), one));
        for (var file : List.of(progress.output(), progress.errors())) {
            if (!file.isEmpty()) {
                server.fetch(
                        file,
                        (id, line) -> Optional.ofNullable(open.get(id))
                                .ifPresent(one -> paid.ledger().settle(one.id(), receipt(setup, one, line))));
            }
        }
    }

    private static Receipt receipt(RequestSetup setup, Batches.Open request, JsonNode line) {
        int status = line.path("response").path("status_code").asInt(0);
        var body = line.path("response").path("body");
        if (status != 200) {
            var words = body.path("error")
                    .path("message")
                    .asText(line.path("error").path("message").asText(""));
            return Receipt.failed(
                    status == 0 ? null : Integer.valueOf(status),
                    "The batch says" + (status == 0 ? "" : " with status " + status) + ": " + words,
                    0);
        }
        try {
            var reply = Reply.read(Json.MAPPER.writeValueAsString(body));
            var tokens = reply.tokens(setup.tariff(), request.expectedTokens());
            return reply.receipt(tokens, request.cost(tokens), 0);
        } catch (UnansweredReply failure) {
            return failure.receipt(request::cost, 0);
        } catch (TransportError | JsonProcessingException unreadable) {
            return Receipt.lost(request.reserved(), status, "The batch's answer cannot be read.", 0);
        }
    }

    /** A cancelled run's batch is stopped at the server; what was done until then is paid and settled. */
    public void abandon(RequestSetup setup, long batch) {
        var left = paid.batches().batch(batch).orElseThrow();
        var server = new BatchClient(setup.client());
        try {
            var remote = left.remoteId() != null ? Optional.of(left.remoteId()) : adopted(server, left);
            if (remote.isPresent() && !collected(setup, server, batch, remote.get())) {
                server.cancel(remote.get());
            }
        } catch (CannotRun | ServerRefusal | TransportError settledOrPassing) {
            // Looked at again with the next sweep, unless it is settled.
        }
    }

    private static CannotRun refused(String words) {
        return new CannotRun(
                "The server refused the batch" + (words.isEmpty() ? "" : ", in its words: “" + words + "”") + ".");
    }
}
