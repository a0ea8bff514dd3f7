package codeframe.llm.batch;

import codeframe.llm.ask.AskedImage;
import codeframe.llm.ask.ImageFailed;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.price.Request;
import codeframe.llm.prompt.Asking;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import codeframe.run.CannotRun;
import codeframe.run.Result;
import codeframe.web.Secrets;
import com.openai.core.ObjectMappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands requests over as one batch: a file of them, with the money for each set aside before. */
public final class BatchSubmission {
    /** Below the 200 MB that OpenAI takes. */
    private static final long LARGEST_FILE = 90_000_000;

    private final PaidRequests paid;
    private final Duration pollEvery;

    public BatchSubmission(PaidRequests paid, Duration pollEvery) {
        this.paid = paid;
        this.pollEvery = pollEvery;
    }

    /** A question to be asked in the next batch; {@code again} where an earlier one was lost. */
    record Wanted(AskedImage asked, Asking asking, int sample, boolean again) {}

    Result later(long image, String reason) {
        return new Result.Later(image, paid.clock().instant().plus(pollEvery), reason);
    }

    /** @return what to make of each image whose request was, or could not yet be, handed over */
    Map<Long, Result> handOver(RequestSetup setup, long run, List<Wanted> wanted) {
        var results = new LinkedHashMap<Long, Result>();
        if (wanted.isEmpty()) {
            return results;
        }
        var token = Secrets.token();
        long batch = paid.batches().open(run, token);
        try {
            var file = Files.createTempFile("codeframe-batch", ".jsonl");
            try {
                int requests = written(file, setup, run, batch, wanted, results);
                if (requests > 0) {
                    send(setup, batch, file, token);
                } else {
                    paid.batches().end(batch, "failed", "Nothing could be handed over.");
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    /** What was set aside for a batch that did not come about is free again. */
    private int written(
            Path file, RequestSetup setup, long run, long batch, List<Wanted> wanted, Map<Long, Result> results)
            throws IOException {
        try {
            return write(file, setup, run, batch, wanted, results);
        } catch (IOException | RuntimeException broken) {
            BatchResults.drop(paid, batch, "The batch was not handed over.");
            throw broken;
        }
    }

    private int write(
            Path file, RequestSetup setup, long run, long batch, List<Wanted> wanted, Map<Long, Result> results)
            throws IOException {
        int requests = 0;
        try (var out = Files.newBufferedWriter(file)) {
            for (var one : wanted) {
                long image = one.asked().id();
                if (Files.size(file) > LARGEST_FILE) {
                    results.put(image, new Result.Later(image, paid.clock().instant(), "It goes with the next batch."));
                } else {
                    requests += line(out, setup, run, batch, one, results);
                }
            }
        }
        return requests;
    }

    /** One line of the file; its money is set aside before. */
    private int line(Writer out, RequestSetup setup, long run, long batch, Wanted one, Map<Long, Result> results)
            throws IOException {
        long image = one.asked().id();
        try {
            var picture = one.asked().image();
            int expected = setup.tariff().expected(one.asking(), one.asked());
            var request = new Request(
                    setup.plan().project(),
                    setup.server().id(),
                    setup.plan().model(),
                    "run",
                    run,
                    image,
                    one.asking().step(),
                    one.sample(),
                    one.again(),
                    batch,
                    expected);
            var body = setup.question(one.asked(), one.asking(), one.sample())
                    .params(picture, one.asked().shots(), setup.shape().now())
                    ._body();
            var most = setup.tariff().atMost(expected, true);
            Optional<Long> id = paid.ledger().reserve(request, setup.tariff().price(), most);
            if (id.isEmpty()) {
                paid.stopAtCap(run, most);
                results.put(image, later(image, "The rest of the budget is under way."));
                return 0;
            }
            var line = new LinkedHashMap<String, Object>();
            line.put("custom_id", Long.toString(id.get()));
            line.put("method", "POST");
            line.put("url", "/v1/chat/completions");
            line.put("body", body);
            out.write(ObjectMappers.jsonMapper().writeValueAsString(line) + "\n");
            results.put(image, later(image, "The server is at it."));
            return 1;
        } catch (ImageFailed imageFailed) {
            results.put(image, Result.Done.failed(image, imageFailed.outcome(), imageFailed.getMessage()));
            return 0;
        }
    }

    private void send(RequestSetup setup, long batch, Path file, String token) {
        try {
            paid.batches().sent(batch, new BatchClient(setup.client()).handOver(file, token));
        } catch (ServerRefusal | CannotRun refusal) {
            BatchResults.drop(paid, batch, "The server did not take the batch.");
            throw refusal instanceof ServerRefusal said
                    ? new CannotRun(paid.backoff().refusal(said))
                    : refusal;
        } catch (TransportError unsure) {
            // Whether it arrived is found out by its token, when its images come round again.
        }
    }
}
