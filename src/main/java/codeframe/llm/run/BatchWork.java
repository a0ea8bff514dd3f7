package codeframe.llm.run;

import codeframe.db.Json;
import codeframe.llm.price.Batches;
import codeframe.llm.price.Receipt;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.llm.server.ServerSaid;
import codeframe.llm.server.Trouble;
import codeframe.run.CannotRun;
import codeframe.run.Result;
import codeframe.web.Secrets;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.ObjectMappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands requests over as one batch, and settles what the server made of it. */
final class BatchWork {
    /** Below the 200 MB that OpenAI takes. */
    private static final long LARGEST_FILE = 90_000_000;

    private final Desk desk;
    private final Duration pollEvery;

    BatchWork(Desk desk, Duration pollEvery) {
        this.desk = desk;
        this.pollEvery = pollEvery;
    }

    /** A question to be asked in the next batch. */
    record Wanted(Subject subject, Asking asking, int sample) {}

    Result later(long image, String reason) {
        return new Result.Later(image, desk.clock().instant().plus(pollEvery), reason);
    }

    /** @return what to make of each image whose request was, or could not yet be, handed over */
    Map<Long, Result> handOver(Setup setup, long run, List<Wanted> wanted) {
        var results = new LinkedHashMap<Long, Result>();
        if (wanted.isEmpty()) {
            return results;
        }
        var token = Secrets.token();
        long batch = desk.batches().open(run, token);
        try {
            var file = Files.createTempFile("codeframe-batch", ".jsonl");
            try {
                int requests = write(file, setup, run, batch, wanted, results);
                if (requests > 0) {
                    send(setup, batch, file, token);
                } else {
                    desk.batches().end(batch, "failed", "Nothing could be handed over.");
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    private int write(Path file, Setup setup, long run, long batch, List<Wanted> wanted, Map<Long, Result> results)
            throws IOException {
        int requests = 0;
        try (var out = Files.newBufferedWriter(file)) {
            for (var one : wanted) {
                long image = one.subject().id();
                if (Files.size(file) > LARGEST_FILE) {
                    results.put(image, new Result.Later(image, desk.clock().instant(), "It goes with the next batch."));
                } else {
                    requests += line(out, setup, run, batch, one, results);
                }
            }
        }
        return requests;
    }

    /** One line of the file; its money is set aside before. */
    private int line(Writer out, Setup setup, long run, long batch, Wanted one, Map<Long, Result> results)
            throws IOException {
        long image = one.subject().id();
        try {
            var picture = one.subject().image();
            int expected = setup.tariff().expected(one.asking(), picture.width(), picture.height());
            var request = new Request(
                    setup.plan().project(),
                    setup.server().id(),
                    setup.plan().model(),
                    "run",
                    run,
                    image,
                    one.asking().step(),
                    one.sample(),
                    false,
                    batch,
                    expected);
            var most = setup.tariff().atMost(expected);
            Optional<Long> id = desk.ledger().reserve(request, most);
            if (id.isEmpty()) {
                desk.stopAtCap(run, most);
                results.put(image, later(image, "The rest of the budget is under way."));
                return 0;
            }
            var body = setup.question(one.asking(), one.sample())
                    .params(picture, one.subject().shots())
                    ._body();
            var line = new LinkedHashMap<String, Object>();
            line.put("custom_id", Long.toString(id.get()));
            line.put("method", "POST");
            line.put("url", "/v1/chat/completions");
            line.put("body", body);
            out.write(ObjectMappers.jsonMapper().writeValueAsString(line) + "\n");
            results.put(image, later(image, "The server is at it."));
            return 1;
        } catch (Spoilt spoilt) {
            results.put(image, Result.Done.failed(image, spoilt.outcome(), spoilt.getMessage()));
            return 0;
        }
    }

    private void send(Setup setup, long batch, Path file, String token) {
        try {
            desk.batches().sent(batch, new BatchDesk(setup.client()).handOver(file, token));
        } catch (ServerSaid | CannotRun refusal) {
            drop(batch, "The server did not take the batch.");
            throw refusal instanceof ServerSaid said
                    ? new CannotRun(desk.backoff().refusal(said))
                    : refusal;
        } catch (Trouble unsure) {
            // Whether it arrived is found out by its token, when its images come round again.
        }
    }

    /** Nothing of it was done, so nothing of it was paid. */
    private void drop(long batch, String sentence) {
        desk.batches().open(batch).forEach(one -> desk.ledger().settle(one.id(), Receipt.failed(null, sentence, 0)));
        desk.batches().end(batch, "failed", sentence);
    }

    /** @return whether it is over, so that its images can go on */
    boolean look(Setup setup, long id) {
        var batch = desk.batches().batch(id).orElseThrow();
        var now = desk.clock().instant();
        if (!batch.state().matches("preparing|sent")
                || !desk.batches().mayLook(id, now, now.minus(pollEvery.dividedBy(2)))) {
            return !batch.state().matches("preparing|sent");
        }
        var server = new BatchDesk(setup.client());
        try {
            var remote = batch.remoteId() != null ? Optional.of(batch.remoteId()) : adopted(server, batch);
            return remote.isEmpty() || collected(setup, server, id, remote.get());
        } catch (ServerSaid | Trouble passing) {
            return false;
        }
    }

    /** A batch whose worker died while handing it over: either the server has it, or nothing happened. */
    private Optional<String> adopted(BatchDesk server, Batches.Batch batch) {
        var found = server.find(batch.token());
        found.ifPresentOrElse(
                remote -> desk.batches().sent(batch.id(), remote),
                () -> drop(batch.id(), "The program ended before the batch was handed over."));
        return found;
    }

    private boolean collected(Setup setup, BatchDesk server, long batch, String remote) {
        var progress = server.look(remote);
        if (!progress.over()) {
            return false;
        }
        settle(setup, server, batch, progress);
        var left = "The batch ended without this request (" + progress.status() + ").";
        desk.batches().open(batch).forEach(one -> desk.ledger().settle(one.id(), Receipt.failed(null, left, 0)));
        desk.batches().end(batch, progress.refused() ? "failed" : "done", progress.words());
        if (progress.refused()) {
            throw BatchSession.refused(progress.words());
        }
        return true;
    }

    private void settle(Setup setup, BatchDesk server, long batch, BatchDesk.Progress progress) {
        Map<String, Batches.Open> open = new HashMap<>();
        desk.batches().open(batch).forEach(one -> open.put(Long.toString(one.id()), one));
        for (var file : List.of(progress.output(), progress.errors())) {
            if (!file.isEmpty()) {
                server.fetch(
                        file,
                        (id, line) -> Optional.ofNullable(open.get(id))
                                .ifPresent(one -> desk.ledger().settle(one.id(), receipt(setup, one, line))));
            }
        }
    }

    private static Receipt receipt(Setup setup, Batches.Open request, JsonNode line) {
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
            return Caller.receipt(setup.tariff(), request.expectedTokens(), reply, 0);
        } catch (Trouble | JsonProcessingException unreadable) {
            return Receipt.lost(request.reserved(), status, "The batch's answer cannot be read.", 0);
        }
    }

    /** A cancelled run's batch is stopped at the server; what was done until then is paid and settled. */
    void abandon(Setup setup, long batch) {
        var remote = desk.batches().batch(batch).orElseThrow().remoteId();
        var server = new BatchDesk(setup.client());
        try {
            if (!collected(setup, server, batch, remote)) {
                server.cancel(remote);
            }
        } catch (CannotRun | ServerSaid | Trouble settledOrPassing) {
            // Looked at again with the next sweep, unless it is settled.
        }
    }
}
