package codeframe.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A reverse proxy that hands one path on to the program, as it was asked; the rest of the host belongs to others. */
public final class PathProxy implements AutoCloseable {
    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade");

    /** What was asked of the others, and what of the program. */
    public final List<String> strayed = new CopyOnWriteArrayList<>();

    public final List<String> passed = new CopyOnWriteArrayList<>();

    private final HttpServer http;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String path;
    private volatile int port;

    public PathProxy(String path) throws IOException {
        this.path = path;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    /** The address people type. */
    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    /** @param port the program's */
    public void passTo(int port) {
        this.port = port;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestURI().toString();
        try (exchange) {
            if (asked.startsWith(path + "/") || asked.equals(path)) {
                passed.add(exchange.getRequestMethod() + " " + asked);
                pass(exchange, asked);
            } else {
                strayed.add(exchange.getRequestMethod() + " " + asked);
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, String asked) throws IOException, InterruptedException {
        var body =
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + asked))
                .method(exchange.getRequestMethod(), body);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean none = List.of(204, 304).contains(answer.statusCode())
                || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.statusCode(), none ? -1 : 0);
        try (var in = answer.body();
                var out = exchange.getResponseBody()) {
            // A stream is handed on as it comes.
            var part = new byte[8192];
            for (int read = in.read(part); read >= 0 && !none; read = in.read(part)) {
                out.write(part, 0, read);
                out.flush();
            }
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
