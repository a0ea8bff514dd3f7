package codeframe.llm.server;

import com.openai.azure.AzureUrlPathMode;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Opens servers: the only place where a key is unsealed. */
public final class LlmClients {
    /** For one exchange as a whole, where a server has no time of its own. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What is shorter stands in other words too. */
    private static final int SHORTEST_SECRET = 8;

    private final LlmServers servers;
    private final KeyVault keyVault;
    private final Addresses addresses;
    private final InsideNetwork inside;
    private final OkHttpClient http;
    private final Duration patience;

    /** @param patience for one exchange as a whole */
    public LlmClients(LlmServers servers, KeyVault keyVault, AllowedPlaces places, Duration patience) {
        this(servers, keyVault, places, Addresses.SYSTEM, patience);
    }

    LlmClients(
            LlmServers servers,
            KeyVault keyVault,
            AllowedPlaces places,
            Addresses.Resolver resolver,
            Duration patience) {
        this.inside = new InsideNetwork(places);
        this.servers = servers;
        this.keyVault = keyVault;
        this.addresses = new Addresses(resolver);
        this.patience = patience;
        this.http = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(10))
                .connectionPool(new ConnectionPool(64, 4, TimeUnit.SECONDS))
                .build();
    }

    /** For images: only this computer is asked unless the project lets images leave. */
    public LlmClient forImages(LlmServer server) {
        return open(server, credentials(server), !servers.imagesMayLeave(server.projectId()));
    }

    /** For a service that does not speak OpenAI's interface, and to which images go. */
    GuardedHttp plain(LlmServer server, Optional<byte[]> sealedKey) {
        var key = sealedKey.map(
                bytes -> unsealed(server, "key", bytes, LlmServer.place(server.projectId(), server.baseUrl())));
        var credentials = new ServerCredentials(key, server.keyHeader(), "", Map.of());
        boolean localOnly = !servers.imagesMayLeave(server.projectId());
        return new GuardedHttp(patient(server), host -> look(server, host), localOnly, credentials);
    }

    /** For questions without an image. */
    public LlmClient forQuestions(LlmServer server) {
        return open(server, credentials(server), false);
    }

    private LlmClient open(LlmServer server, ServerCredentials credentials, boolean localOnly) {
        var options = ClientOptions.builder()
                .httpClient(new GuardedHttp(patient(server), host -> look(server, host), localOnly, credentials))
                .baseUrl(server.baseUrl())
                .apiKey("sent by the connection")
                .azureUrlPathMode(server.apiVersion().isEmpty() ? AzureUrlPathMode.AUTO : AzureUrlPathMode.LEGACY)
                .maxRetries(0)
                .timeout(Timeout.builder().request(server.patience(patience)).build())
                .logLevel(LogLevel.OFF)
                .disableTelemetry(true)
                .responseValidation(false)
                .checkJacksonVersionCompatibility(false)
                .build();
        return new LlmClient(new OpenAIClientImpl(options), server.patience(patience), () -> isHere(server.baseUrl()));
    }

    /** The connections are shared; the time that an exchange may take as a whole is the server's. */
    private OkHttpClient patient(LlmServer server) {
        var limit = server.patience(patience);
        return http.newBuilder()
                .readTimeout(limit)
                .writeTimeout(limit)
                .callTimeout(limit)
                .build();
    }

    /** Whether an address is of this computer; false where nobody knows. */
    boolean isHere(String baseUrl) {
        try {
            return addresses.isLoopback(URI.create(baseUrl).getHost());
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private ServerCredentials credentials(LlmServer server) {
        long project = server.projectId();
        var key = servers.sealedKey(project, server.id())
                .map(bytes -> unsealed(server, "key", bytes, LlmServer.place(project, server.baseUrl())));
        var headers = new LinkedHashMap<String, String>();
        for (var one : servers.headers(project, server.id())) {
            var place = LlmServer.place(project, server.baseUrl(), one.name());
            headers.put(one.name(), unsealed(server, "header " + one.name(), one.sealedValue(), place));
        }
        return new ServerCredentials(key, server.keyHeader(), server.apiVersion(), headers);
    }

    private String unsealed(LlmServer server, String what, byte[] bytes, String place) {
        return keyVault.open(bytes, place)
                .orElseThrow(() -> new TransportError(
                        TransportError.Kind.FORBIDDEN,
                        "The " + what + " of the server “" + server.name() + "” was sealed by another installation and"
                                + " does not open here. Type it in again."));
    }

    /** Every key and value of a header that opens here, for files that are sent on to leave out. */
    public List<String> keys() {
        return servers.allSealed().stream()
                .flatMap(one -> keyVault.open(one.sealed(), place(one)).stream())
                .filter(text -> text.length() >= SHORTEST_SECRET)
                .toList();
    }

    private static String place(LlmServers.Sealed one) {
        return one.header() == null
                ? LlmServer.place(one.projectId(), one.baseUrl())
                : LlmServer.place(one.projectId(), one.baseUrl(), one.header());
    }

    /** The addresses of a host, when all of them may be asked. */
    private List<InetAddress> look(LlmServer server, String host) throws UnknownHostException {
        var found = addresses.resolve(host);
        inside.check(host, server.port(), found);
        return found;
    }

    /** Why a server of this address would never be asked, as a sentence; a name that nobody knows yet may still come. */
    Optional<String> objection(String baseUrl) {
        try {
            var url = URI.create(baseUrl);
            inside.check(url.getHost(), LlmServer.port(url), addresses.resolve(url.getHost()));
            return Optional.empty();
        } catch (Addresses.Refused e) {
            return Optional.of(e.getMessage());
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    /** Why images may not be sent to this server, as a sentence; empty when they may. */
    public Optional<String> objection(LlmServer server) {
        try {
            if (servers.imagesMayLeave(server.projectId()) || addresses.isLoopback(server.host())) {
                look(server, server.host());
                return Optional.empty();
            }
            return Optional.of("The server “" + server.name() + "” is another computer (" + server.host()
                    + "), and images of this project may not leave this server. An owner can allow it on the page of"
                    + " LLM servers.");
        } catch (Addresses.Refused e) {
            return Optional.of(e.getMessage());
        } catch (UnknownHostException e) {
            return Optional.of("There is no computer of the name " + server.host() + ".");
        }
    }
}
