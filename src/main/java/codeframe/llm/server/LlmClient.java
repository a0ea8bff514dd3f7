package codeframe.llm.server;

import codeframe.db.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One server, asked through openai-java. Answers are handed on as text: what servers really send is not always typed. */
public final class LlmClient {
    private static final int LONGEST_ANSWER = 8 << 20;

    /** vLLM, OpenRouter, Groq, LM Studio, llama.cpp. */
    private static final List<String> WINDOWS =
            List.of("/max_model_len", "/context_length", "/context_window", "/max_context_length", "/meta/n_ctx_train");

    private final OpenAIClient client;
    private final Duration patience;
    private final BooleanSupplier here;

    /**
     * @param patience for one exchange as a whole
     * @param here whether the server is on this computer
     */
    LlmClient(OpenAIClient client, Duration patience, BooleanSupplier here) {
        this.client = client;
        this.patience = patience;
        this.here = here;
    }

    public boolean isHere() {
        return here.getAsBoolean();
    }

    /** What went wrong with an exchange, in words. */
    public TransportError trouble(RuntimeException thrown) {
        return TransportError.of(thrown, patience);
    }

    /** For one exchange as a whole, unless it is given longer. */
    public Duration patience() {
        return patience;
    }

    /** The same of an exchange that had longer. */
    public TransportError trouble(RuntimeException thrown, Duration patience) {
        return TransportError.of(thrown, patience);
    }

    /** For what this class has no method for. */
    public OpenAIClient openAi() {
        return client;
    }

    /**
     * @throws ServerRefusal when the server refuses
     * @throws TransportError when nothing that can be read comes back
     */
    public String ask(ChatCompletionCreateParams params) {
        try (var response = client.chat().completions().withRawResponse().create(params)) {
            return text(response);
        } catch (OpenAIException | UncheckedIOException | IllegalStateException e) {
            throw trouble(e);
        }
    }

    /** The names of the server's models, as it lists them. */
    public List<String> models() {
        try (var response = client.models().withRawResponse().list()) {
            return names(text(response));
        } catch (OpenAIException | UncheckedIOException | IllegalStateException e) {
            throw trouble(e);
        }
    }

    /** How many tokens a model takes at once, where the server says so; each kind of server in a field of its own. */
    public Optional<Long> window(String model) {
        try (var response = client.models().withRawResponse().list()) {
            for (var one : Json.MAPPER.readTree(text(response)).path("data")) {
                if (one.path("id").asText().equals(model)) {
                    return WINDOWS.stream()
                            .map(one::at)
                            .filter(JsonNode::isIntegralNumber)
                            .findFirst()
                            .map(JsonNode::asLong);
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException | OpenAIException | UncheckedIOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static List<String> names(String text) {
        try {
            JsonNode list = Json.MAPPER.readTree(text).path("data");
            if (!list.isArray()) {
                throw new TransportError(
                        TransportError.Kind.NO_API, "The server answers, but not with a list of models.");
            }
            var names = new ArrayList<String>();
            list.forEach(model -> names.add(model.path("id").asText()));
            names.sort(null);
            return names;
        } catch (JsonProcessingException e) {
            throw TransportError.notJson(text);
        }
    }

    /** At most eight megabytes: no answer is longer, and memory is not the server's to fill. */
    public static String text(HttpResponse response) {
        try (var in = response.body()) {
            return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
