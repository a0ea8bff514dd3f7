package codeframe.llm.batch;

import codeframe.llm.ask.ImageFailed;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.price.Request;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.RequestHabit;
import codeframe.run.Result;
import com.openai.core.ObjectMappers;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the file of a batch, a request a line, with the money for each set aside before.
 *
 * @param habits by which all of it is written, whatever is learned meanwhile
 */
record BatchSheet(
        PaidRequests paid, BatchRounds rounds, RequestSetup setup, long run, long batch, Set<RequestHabit> habits) {
    /** Below the 200 MB that OpenAI takes. */
    private static final long LARGEST_FILE = 90_000_000;

    /**
     * What was set aside for a batch that did not come about is free again.
     *
     * @param results takes what to make of each image
     * @return how many lines there are
     */
    int write(Path file, List<BatchSubmission.Wanted> wanted, Map<Long, Result> results) throws IOException {
        try {
            return lines(file, wanted, results);
        } catch (IOException | RuntimeException broken) {
            BatchResults.drop(paid, batch, "The batch was not handed over.");
            throw broken;
        }
    }

    private int lines(Path file, List<BatchSubmission.Wanted> wanted, Map<Long, Result> results) throws IOException {
        int lines = 0;
        int largest = paid.batches().largest(setup.server().id(), LlmServer.BATCH);
        try (var out = Files.newBufferedWriter(file)) {
            for (var one : wanted) {
                long image = one.asked().id();
                if (lines >= largest || Files.size(file) > LARGEST_FILE) {
                    results.put(image, BatchRounds.atOnce(image, "It goes with the next batch."));
                } else {
                    lines += line(out, one, results);
                }
            }
        }
        return lines;
    }

    /** One line of the file; its money is set aside before. */
    private int line(Writer out, BatchSubmission.Wanted one, Map<Long, Result> results) throws IOException {
        long image = one.asked().id();
        try {
            int expected = setup.tariff().expected(one.asking(), one.asked());
            var body = setup.question(one.asked(), one.asking(), one.sample())
                    .params(one.asked().content(), one.asked().shots(), habits)
                    ._body();
            var most = setup.tariff().atMost(expected, true);
            var id =
                    paid.ledger().reserve(request(one, expected), setup.tariff().price(), most);
            if (id.isEmpty()) {
                paid.stopAtCap(run, most);
                results.put(image, rounds.later(image, "The rest of the budget is under way."));
                return 0;
            }
            var line = new LinkedHashMap<String, Object>();
            line.put("custom_id", Long.toString(id.get()));
            line.put("method", "POST");
            line.put("url", "/v1/chat/completions");
            line.put("body", body);
            out.write(ObjectMappers.jsonMapper().writeValueAsString(line) + "\n");
            results.put(image, rounds.later(image, "The server is at it."));
            return 1;
        } catch (ImageFailed imageFailed) {
            results.put(image, Result.Done.failed(image, imageFailed.outcome(), imageFailed.getMessage()));
            return 0;
        }
    }

    private Request request(BatchSubmission.Wanted one, int expected) {
        return new Request(
                setup.plan().project(),
                setup.server().id(),
                setup.plan().model(),
                "run",
                run,
                one.asked().id(),
                one.asking().step(),
                one.sample(),
                one.again(),
                batch,
                expected,
                one.asked().content().noted());
    }
}
