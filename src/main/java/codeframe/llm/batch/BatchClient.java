package codeframe.llm.batch;

import codeframe.db.Json;
import codeframe.llm.server.LlmClient;
import codeframe.llm.server.ServerErrorText;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import codeframe.run.CannotRun;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.models.batches.BatchCreateParams;
import com.openai.models.batches.BatchListParams;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A server's Batch API: make a batch of an uploaded file, look how far it is, stop it. */
final class BatchClient {
    private static final String MARK = "codeframe";

    /** Of a hundred batches each: whatever a server says, this ends. */
    private static final int MOST_PAGES = 100;

    private final LlmClient client;

    BatchClient(LlmClient client) {
        this.client = client;
    }

    /**
     * How far the server is.
     *
     * @param input file of the requests, or empty
     * @param output file of the answers, or empty
     * @param errors file of the requests that failed, or empty
     * @param words why the batch as a whole failed, with the error's short name, or empty
     */
    record Progress(String status, String input, String output, String errors, String words) {
        boolean over() {
            return status.matches("completed|failed|expired|cancelled");
        }

        /** Refused as a whole, before anything was done. */
        boolean refused() {
            return status.equals("failed") && output.isEmpty();
        }

        List<String> files() {
            return Stream.of(input, output, errors)
                    .filter(file -> !file.isEmpty())
                    .toList();
        }
    }

    /**
     * @param expires whether the files of its answers are to go by themselves some day
     * @return the server's name for it
     */
    String make(String file, String token, boolean expires) {
        return trying(() -> {
            var mark = BatchCreateParams.Metadata.builder()
                    .putAdditionalProperty(MARK, JsonValue.from(token))
                    .build();
            var params = BatchCreateParams.builder()
                    .inputFileId(file)
                    .endpoint(BatchCreateParams.Endpoint.V1_CHAT_COMPLETIONS)
                    .completionWindow(BatchCreateParams.CompletionWindow._24H)
                    .metadata(mark);
            if (expires) {
                params.outputExpiresAfter(BatchCreateParams.OutputExpiresAfter.builder()
                        .anchor(JsonValue.from("created_at"))
                        .seconds(BatchFiles.EXPIRY_SECONDS)
                        .build());
            }
            return client.openAi().batches().create(params.build()).id();
        });
    }

    /** A batch that was handed over without our knowing its name. */
    Optional<String> find(String token) {
        var after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var before = after;
            var list = page(before);
            for (var batch : list.path("data")) {
                if (batch.path("metadata").path(MARK).asText("").equals(token)) {
                    return Optional.of(batch.path("id").asText());
                }
                after = batch.path("id").asText();
            }
            // A server that does not know "after" says the same page again and again.
            if (!list.path("has_more").asBoolean() || after.equals(before)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The newest first. */
    private JsonNode page(String after) {
        return trying(() -> {
            var params = BatchListParams.builder().limit(100);
            if (!after.isEmpty()) {
                params.after(after);
            }
            try (var response = client.openAi().batches().withRawResponse().list(params.build())) {
                return tree(LlmClient.text(response));
            }
        });
    }

    /** @throws BatchGone when the server does not know it any more */
    Progress look(String id) {
        return BatchGone.unlessFound(client, () -> {
            try (var response = client.openAi().batches().withRawResponse().retrieve(id)) {
                return progress(tree(LlmClient.text(response)));
            }
        });
    }

    private static Progress progress(JsonNode batch) {
        var error = batch.path("errors").path("data").path(0);
        return new Progress(
                batch.path("status").asText(""),
                batch.path("input_file_id").asText(""),
                batch.path("output_file_id").asText(""),
                batch.path("error_file_id").asText(""),
                Stream.of(error.path("message").asText(""), error.path("code").asText(""))
                        .filter(text -> !text.isEmpty())
                        .reduce((message, code) -> message + " (" + code + ")")
                        .orElse(""));
    }

    void cancel(String id) {
        trying(() -> {
            try (var response = client.openAi().batches().withRawResponse().cancel(id)) {
                return response.statusCode();
            }
        });
    }

    static JsonNode tree(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw TransportError.notJson(text);
        }
    }

    private <T> T trying(Supplier<T> work) {
        return trying(client, client.patience(), work);
    }

    /** Trouble of the moment stays what it is; a server that has no such thing, or refuses, stops the run in words. */
    static <T> T trying(LlmClient client, Duration patience, Supplier<T> work) {
        try {
            return work.get();
        } catch (ServerRefusal said) {
            if (said.status() == 404 || said.status() == 405 || said.status() == 501) {
                throw new CannotRun("This server has no Batch API" + ServerErrorText.of(said)
                        + ". Start the run without handing over in batches.");
            }
            throw said;
        } catch (OpenAIException | UncheckedIOException e) {
            throw client.trouble(e, patience);
        }
    }
}
