package codeframe.llm.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that thinks for a while about every request, however many there are at once. */
final class SlowServer implements AutoCloseable {
    private static final byte[] REPLY = Replies.completion(Replies.GOOD, null, "stop", Replies.usage(1000, 0, 50))
            .getBytes(StandardCharsets.UTF_8);

    static {
        // Head and body of an answer are two packets; without this the second waits 40 ms for the first to be
        // acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Duration thinking;
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(4);
    private final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger mostUnderWay = new AtomicInteger();
    final Queue<Long> arrivals = new ConcurrentLinkedQueue<>();

    SlowServer(Duration thinking) {
        this.thinking = thinking;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/chat/completions", this::take);
        server.setExecutor(workers);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private void take(HttpExchange exchange) throws IOException {
        arrivals.add(System.nanoTime());
        int now = underWay.incrementAndGet();
        mostUnderWay.accumulateAndGet(now, Math::max);
        exchange.getRequestBody().readAllBytes();
        var unused = later.schedule(() -> answer(exchange), thinking.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) {
        underWay.decrementAndGet();
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, REPLY.length);
            exchange.getResponseBody().write(REPLY);
        } catch (IOException gone) {
            // The one who asked is dead.
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        later.shutdownNow();
    }
}
