package codeframe.llm.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as chance will have it: well, without counting, with an error, not at all, or very late. */
final class MoodyServer implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private final Random random;

    MoodyServer(long seed) {
        random = new Random(seed);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/chat/completions", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private synchronized int chance(int below) {
        return random.nextInt(below);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        int mood = chance(20);
        if (mood < 2) {
            send(exchange, 500, "{\"error\":{\"message\":\"out of memory\"}}");
        } else if (mood == 2) {
            exchange.close();
        } else {
            if (mood < 6) {
                LlmStudy.pause(1_000);
            }
            Map<String, Object> usage =
                    mood < 8 ? null : Replies.usage(900 + chance(300), chance(900), 20 + chance(60));
            send(exchange, 200, Replies.completion(Replies.GOOD, null, "stop", usage));
        }
    }

    private static void send(HttpExchange exchange, int status, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            // The one who asked is dead.
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
