package codeframe.llm.server;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIIoException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/**
 * How requests leave: redirects are not followed, nothing is sent twice, every address is looked at before it is asked,
 * and a whole exchange has a limit in time, however slowly it dribbles.
 */
final class GuardedHttp implements HttpClient {
    private static final int LONGEST_REFUSAL = 20_000;

    private final OkHttpClient client;
    private final Addresses.Resolver addresses;
    private final boolean localOnly;
    private final ServerCredentials credentials;

    /**
     * @param addresses those of a host, when they may be asked
     * @param localOnly whether only this computer may be asked
     */
    GuardedHttp(OkHttpClient client, Addresses.Resolver addresses, boolean localOnly, ServerCredentials credentials) {
        this.client = client.newBuilder().dns(this::lookup).build();
        this.addresses = addresses;
        this.localOnly = localOnly;
        this.credentials = credentials;
    }

    private List<InetAddress> lookup(String host) throws UnknownHostException {
        var found = addresses.lookup(host);
        if (localOnly && !found.stream().allMatch(InetAddress::isLoopbackAddress)) {
            throw new Addresses.Refused("“" + host + "” is another computer, and images may not leave this server."
                    + " An owner can allow it on the settings page.");
        }
        return found;
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        try {
            var sent = request(request);
            lookup(sent.url().host()); // numbers are not looked up by name
            var response = within(options).newCall(sent).execute();
            if (response.isSuccessful()) {
                return new Answer(response);
            }
            throw refusal(response);
        } catch (IOException e) {
            throw new OpenAIIoException(e.getMessage(), e);
        }
    }

    /** An upload may take as long as its size wants; the usual limit is that of an answer. */
    private OkHttpClient within(RequestOptions options) {
        var wanted = options.getTimeout() == null
                ? Duration.ZERO
                : options.getTimeout().request();
        return wanted.toMillis() <= client.callTimeoutMillis()
                ? client
                : client.newBuilder()
                        .callTimeout(wanted)
                        .readTimeout(wanted)
                        .writeTimeout(wanted)
                        .build();
    }

    /** What it says is shown and kept: some servers repeat the key, or a header. */
    private ServerRefusal refusal(Response response) throws IOException {
        try (response) {
            var body = response.body() == null
                    ? ""
                    : response.peekBody(LONGEST_REFUSAL).string();
            var headers = new HashMap<String, String>();
            response.headers()
                    .forEach(one ->
                            headers.put(one.getFirst().toLowerCase(Locale.ROOT), credentials.hidden(one.getSecond())));
            return new ServerRefusal(
                    response.code(),
                    headers,
                    credentials.hidden(response.header("Location")),
                    credentials.hidden(body));
        }
    }

    private Request request(HttpRequest request) {
        var url = HttpUrl.get(request.url()).newBuilder();
        var query = request.queryParams();
        query.keys().forEach(name -> query.values(name).forEach(value -> url.addQueryParameter(name, value)));
        var builder = new Request.Builder().url(credentials.at(url.build()));
        var headers = request.headers();
        headers.names().forEach(name -> headers.values(name).forEach(value -> builder.addHeader(name, value)));
        credentials.into(builder);
        var body = request.body();
        var method = request.method().name();
        return builder.method(method, body == null ? empty(method) : new Body(body))
                .build();
    }

    private static RequestBody empty(String method) {
        return method.equals("POST") ? RequestBody.create(new byte[0]) : null;
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        return CompletableFuture.supplyAsync(() -> execute(request, options));
    }

    @Override
    public void close() {
        // The connections are shared by all servers of the program.
    }

    private static final class Body extends RequestBody {
        private final HttpRequestBody body;

        Body(HttpRequestBody body) {
            this.body = body;
        }

        @Override
        public MediaType contentType() {
            return body.contentType() == null ? null : MediaType.parse(body.contentType());
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) {
            body.writeTo(sink.outputStream());
        }
    }

    private record Answer(Response response) implements HttpResponse {
        @Override
        public int statusCode() {
            return response.code();
        }

        @Override
        public Headers headers() {
            var builder = Headers.builder();
            response.headers().forEach(pair -> builder.put(pair.getFirst(), pair.getSecond()));
            return builder.build();
        }

        @Override
        public InputStream body() {
            return response.body().byteStream();
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
