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
import java.util.ArrayList;
import java.util.List;

/** One server, asked through openai-java. Answers are handed on as text: what servers really send is not always typed. */
public final class LlmClient {
    private static final int LONGEST_ANSWER = 8 << 20;

    private final OpenAIClient client;

    LlmClient(OpenAIClient client) {
        this.client = client;
    }

    /** For what this class has no method for. */
    public OpenAIClient openAi() {
        return client;
    }

    /**
     * @throws ServerSaid when the server refuses
     * @throws Trouble when nothing that can be read comes back
     */
    public String ask(ChatCompletionCreateParams params) {
        try (var response = client.chat().completions().withRawResponse().create(params)) {
            return text(response);
        } catch (OpenAIException | UncheckedIOException | IllegalStateException e) {
            throw Trouble.of(e);
        }
    }

    /** The names of the server's models, as it lists them. */
    public List<String> models() {
        try (var response = client.models().withRawResponse().list()) {
            return names(text(response));
        } catch (OpenAIException | UncheckedIOException | IllegalStateException e) {
            throw Trouble.of(e);
        }
    }

    private static List<String> names(String text) {
        try {
            JsonNode list = Json.MAPPER.readTree(text).path("data");
            if (!list.isArray()) {
                throw new Trouble(Trouble.Kind.NO_API, "The server answers, but not with a list of models.");
            }
            var names = new ArrayList<String>();
            list.forEach(model -> names.add(model.path("id").asText()));
            names.sort(null);
            return names;
        } catch (JsonProcessingException e) {
            throw Trouble.notJson(text);
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
