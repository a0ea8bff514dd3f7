package codeframe.llm.batch;

import codeframe.llm.server.LlmClient;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.JsonValue;
import com.openai.core.RequestOptions;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FilePurpose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Files of batches at their server. They hold images, so none stays longer than it is needed. */
final class BatchFiles {
    /** For what is forgotten all the same: a batch is done within a day, and a program may be off for some. */
    static final long EXPIRY_SECONDS = Duration.ofDays(14).toSeconds();

    /** A slow line of a university's upstream or a home, in bytes a second. */
    private static final long SLOW_LINE = 100_000;

    private final LlmClient client;

    BatchFiles(LlmClient client) {
        this.client = client;
    }

    /**
     * @param expires whether it is to go by itself some day
     * @return the server's name for it
     */
    String upload(Path requests, boolean expires) {
        var patience = client.patience().plusSeconds(size(requests) / SLOW_LINE);
        return BatchClient.trying(client, patience, () -> {
            var params = FileCreateParams.builder().purpose(FilePurpose.BATCH).file(requests);
            if (expires) {
                params.expiresAfter(FileCreateParams.ExpiresAfter.builder()
                        .anchor(JsonValue.from("created_at"))
                        .seconds(EXPIRY_SECONDS)
                        .build());
            }
            var options = RequestOptions.builder().timeout(patience).build();
            return client.openAi().files().create(params.build(), options).id();
        });
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Line by line, however large the file is.
     *
     * @throws BatchGone when the server does not have it any more
     */
    void fetch(String file, BiConsumer<String, JsonNode> line) {
        BatchGone.unlessFound(client, () -> {
            try (var response = client.openAi().files().content(file);
                    var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                    var one = text.isBlank() ? null : BatchClient.tree(text);
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

    /** @return those that are still there; where a server deletes none there is nothing to come back for */
    List<String> delete(List<String> files) {
        var left = new ArrayList<String>();
        for (var file : files) {
            try {
                delete(file);
            } catch (ServerRefusal said) {
                if (said.status() != 404 && said.status() != 405 && said.status() != 501) {
                    left.add(file);
                }
            } catch (TransportError passing) {
                left.add(file);
            }
        }
        return left;
    }

    private void delete(String file) {
        try (var response = client.openAi().files().withRawResponse().delete(file)) {
            response.statusCode();
        } catch (ServerRefusal said) {
            throw said;
        } catch (RuntimeException broken) {
            throw client.trouble(broken);
        }
    }
}
