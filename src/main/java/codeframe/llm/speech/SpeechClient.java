package codeframe.llm.speech;

import codeframe.db.Json;
import codeframe.feature.transcript.Transcript;
import codeframe.feature.transcript.WhisperJson;
import codeframe.image.video.SoundPart;
import codeframe.llm.server.LlmClient;
import codeframe.llm.server.LlmClients;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.MultipartField;
import com.openai.core.RequestOptions;
import com.openai.errors.OpenAIException;
import com.openai.models.audio.AudioResponseFormat;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks {@code audio/transcriptions} of OpenAI's interface, and reads what comes back, as leniently as it is meant. */
final class SpeechClient {
    private final LlmClients clients;

    /** Models, by their servers, that are known to tell no times. */
    private final Set<String> withoutTimes = ConcurrentHashMap.newKeySet();

    SpeechClient(LlmClients clients) {
        this.clients = clients;
    }

    /** Why nothing may be sent there, as a sentence. */
    Optional<String> objection(LlmServer server) {
        return clients.objection(server);
    }

    /** @param seconds that the server says it charges; empty where it does not say */
    record Heard(Transcript transcript, Optional<Long> seconds) {}

    /**
     * @throws ServerRefusal when the server refuses
     * @throws TransportError when nothing that can be read comes back
     */
    Heard hear(LlmServer server, SpeechSettings settings, SoundPart part) {
        var client = clients.forImages(server);
        var model = server.id() + " " + settings.model();
        if (!withoutTimes.contains(model)) {
            try {
                return read(sent(client, settings, part, AudioResponseFormat.VERBOSE_JSON));
            } catch (ServerRefusal said) {
                if (!said.isOfTheRequest() || !said.body().contains("response_format")) {
                    throw said;
                }
                withoutTimes.add(model);
            }
        }
        return read(sent(client, settings, part, AudioResponseFormat.JSON));
    }

    /** A long sound takes its time on its way and to be heard. */
    private static String sent(LlmClient client, SpeechSettings settings, SoundPart part, AudioResponseFormat format) {
        var patience = client.patience().plus(Duration.ofMillis(part.ms()));
        var options = RequestOptions.builder().timeout(patience).build();
        try (var sound = Files.newInputStream(part.file());
                var response = client.openAi()
                        .audio()
                        .transcriptions()
                        .withRawResponse()
                        .create(params(settings, sound, format), options)) {
            return LlmClient.text(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OpenAIException | UncheckedIOException | IllegalStateException e) {
            throw client.trouble(e, patience);
        }
    }

    private static TranscriptionCreateParams params(
            SpeechSettings settings, InputStream sound, AudioResponseFormat format) {
        var params = TranscriptionCreateParams.builder()
                .model(settings.model())
                .responseFormat(format)
                .file(MultipartField.<InputStream>builder()
                        .value(sound)
                        .filename("sound.flac")
                        .contentType("audio/flac")
                        .build());
        if (!settings.spoken().isEmpty()) {
            params.language(settings.spoken());
        }
        return params.build();
    }

    private static Heard read(String text) {
        var tree = tree(text);
        var error = tree.path("error");
        if (error.isObject() || error.isTextual()) {
            throw refusal(error);
        }
        var seconds = tree.path("usage").path("seconds");
        var transcript = WhisperJson.read(tree).orElseThrow(TransportError::notAnAnswer);
        var words = tree.path("text").asText("");
        return new Heard(
                transcript.skipped() > 0 && !words.isBlank() ? Transcript.of(words) : transcript,
                seconds.isNumber() && seconds.asDouble() >= 0 && seconds.asDouble() < Integer.MAX_VALUE
                        ? Optional.of((long) Math.ceil(seconds.asDouble()))
                        : Optional.empty());
    }

    /** Some servers say by 200 what they refuse; with a number it is as if they had said it by their status. */
    private static RuntimeException refusal(JsonNode error) {
        int code = error.path("code").asInt(0);
        return code >= 400 && code <= 599
                ? new ServerRefusal(code, Map.of(), "", "{\"error\":" + error + "}")
                : TransportError.notAnAnswer();
    }

    private static JsonNode tree(String text) {
        try {
            var tree = text.isBlank() ? null : Json.MAPPER.readTree(text);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException notJson) {
            // told below, with what it looks like
        }
        throw TransportError.notJson(text);
    }
}
