package codeframe.llm.server;

import codeframe.feature.vision.VisionClient;
import codeframe.feature.vision.VisionService;
import com.openai.core.RequestOptions;
import com.openai.core.http.HttpMethod;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Google Cloud Vision, asked by the same guarded way as LLM servers, with a key that is sealed as theirs are. */
public final class AnnotationClient implements VisionClient {
    private static final int LONGEST_ANSWER = 64 << 20;

    /** Without the place of every letter of a text. */
    private static final String FIELDS = "responses(error,localizedObjectAnnotations(name,score,boundingPoly),"
            + "textAnnotations(description,boundingPoly),labelAnnotations(description,score))";

    private final LlmClients clients;
    private final KeyVault keyVault;
    private final Clock clock;

    public AnnotationClient(LlmClients clients, KeyVault keyVault, Clock clock) {
        this.clients = clients;
        this.keyVault = keyVault;
        this.clock = clock;
    }

    /** As the rules for servers know one. */
    private static LlmServer server(VisionService service) {
        return new LlmServer(
                0,
                service.projectId(),
                "",
                VisionService.NAME,
                service.baseUrl(),
                service.hasKey(),
                "x-goog-api-key",
                "",
                1,
                null,
                null,
                null,
                60,
                null,
                null);
    }

    @Override
    public Reply annotate(VisionService service, byte[] json) throws NoReply {
        var request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .baseUrl(service.baseUrl() + "/v1/images:annotate")
                .putQueryParam("fields", FIELDS)
                .body(new JsonBody(json))
                .build();
        try (var response = clients.plain(server(service), Optional.ofNullable(service.sealedKey()))
                .execute(request, RequestOptions.none())) {
            return new Reply(response.statusCode(), text(response), Optional.empty());
        } catch (ServerRefusal said) {
            return new Reply(said.status(), said.body(), said.retryAfter(clock));
        } catch (OpenAIException | UncheckedIOException | IllegalStateException e) {
            throw noReply(TransportError.of(e, LlmClients.PATIENCE));
        } catch (TransportError sealedElsewhere) {
            throw noReply(sealedElsewhere);
        }
    }

    private static NoReply noReply(TransportError trouble) {
        return new NoReply(
                trouble.getMessage(),
                trouble.kind() == TransportError.Kind.BROKEN || trouble.kind() == TransportError.Kind.TOO_SLOW);
    }

    private static String text(HttpResponse response) {
        try (var in = response.body()) {
            return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> objection(VisionService service) {
        return clients.objection(server(service));
    }

    @Override
    public Optional<String> mistake(String baseUrl) {
        return Addresses.mistake(baseUrl).or(() -> clients.objection(baseUrl));
    }

    @Override
    public byte[] seal(long project, String baseUrl, String key) {
        return keyVault.seal(key, LlmServer.place(project, baseUrl));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record JsonBody(byte[] json) implements HttpRequestBody {
        @Override
        public void writeTo(OutputStream out) {
            try {
                out.write(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public long contentLength() {
            return json.length;
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
