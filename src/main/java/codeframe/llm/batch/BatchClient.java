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
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FilePurpose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A server's Batch API: hand over a file of requests, look how far it is, fetch what came of them. */
final class BatchClient {
    private static final String MARK = "codeframe";

    private final LlmClient client;

    BatchClient(LlmClient client) {
        this.client = client;
    }

    /**
     * How far the server is.
     *
     * @param output file of the answers, or empty
     * @param errors file of the requests that failed, or empty
     * @param words why the batch as a whole failed, or empty
     */
    record Progress(String status, String output, String errors, String words) {
        boolean over() {
            return status.matches("completed|failed|expired|cancelled");
        }

        /** Refused as a whole, before anything was done. */
        boolean refused() {
            return status.equals("failed") && output.isEmpty();
        }
    }

    /** @return the server's name for it */
    String handOver(Path requests, String token) {
        return trying(() -> {
            var file = client.openAi()
                    .files()
                    .create(FileCreateParams.builder()
                            .purpose(FilePurpose.BATCH)
                            .file(requests)
                            .build());
            var mark = BatchCreateParams.Metadata.builder()
                    .putAdditionalProperty(MARK, JsonValue.from(token))
                    .build();
            return client.openAi()
                    .batches()
                    .create(BatchCreateParams.builder()
                            .inputFileId(file.id())
                            .endpoint(BatchCreateParams.Endpoint.V1_CHAT_COMPLETIONS)
                            .completionWindow(BatchCreateParams.CompletionWindow._24H)
                            .metadata(mark)
                            .build())
                    .id();
        });
    }

    /** A batch that was handed over without our knowing its name. */
    Optional<String> find(String token) {
        return trying(() -> {
            var params = BatchListParams.builder().limit(100).build();
            try (var response = client.openAi().batches().withRawResponse().list(params)) {
                for (var batch : tree(LlmClient.text(response)).path("data")) {
                    if (batch.path("metadata").path(MARK).asText("").equals(token)) {
                        return Optional.of(batch.path("id").asText());
                    }
                }
                return Optional.empty();
            }
        });
    }

    Progress look(String id) {
        return trying(() -> {
            try (var response = client.openAi().batches().withRawResponse().retrieve(id)) {
                return progress(tree(LlmClient.text(response)));
            }
        });
    }

    private static Progress progress(JsonNode batch) {
        return new Progress(
                batch.path("status").asText(""),
                batch.path("output_file_id").asText(""),
                batch.path("error_file_id").asText(""),
                batch.path("errors").path("data").path(0).path("message").asText(""));
    }

    void cancel(String id) {
        trying(() -> {
            try (var response = client.openAi().batches().withRawResponse().cancel(id)) {
                return response.statusCode();
            }
        });
    }

    /** Line by line, however large the file is. */
    void fetch(String file, BiConsumer<String, JsonNode> line) {
        trying(() -> {
            try (var response = client.openAi().files().content(file);
                    var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                    var one = text.isBlank() ? null : tree(text);
                    if (one != null) {
                        line.accept(one.path("custom_id").asText(""), one);
                    }
                }
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static JsonNode tree(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw TransportError.notJson(text);
        }
    }

    /** Trouble of the moment stays what it is; a server that has no such thing, or refuses, stops the run in words. */
    private <T> T trying(Supplier<T> work) {
        try {
            return work.get();
        } catch (ServerRefusal said) {
            if (said.status() == 404 || said.status() == 405 || said.status() == 501) {
                throw new CannotRun("This server has no Batch API" + ServerErrorText.of(said)
                        + ". Start the run without handing over in batches.");
            }
            throw said;
        } catch (OpenAIException | UncheckedIOException e) {
            throw client.trouble(e);
        }
    }
}
