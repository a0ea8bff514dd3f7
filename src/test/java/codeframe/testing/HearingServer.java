package codeframe.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * An OpenAI-compatible server that offers {@code audio/transcriptions} (platform.openai.com/docs/api-reference/audio): it
 * takes a form with a FLAC and hears the same two sentences in all of them, unless it is told what to answer next.
 */
public final class HearingServer implements AutoCloseable {
    public static final String KEY = "sk-hearing-tests-only";

    /** As verbose_json has it. */
    public static final String HEARD = """
            {"task": "transcribe", "language": "english", "duration": 2.0, "text": "We march today. For <peace>.",
             "segments": [{"id": 0, "start": 0.0, "end": 1.04, "text": " We march today."},
                          {"id": 1, "start": 1.04, "end": 1.9, "text": " For <peace>."}]}
            """;

    private static final Pattern FIELD = Pattern.compile(
            "name=\"(\\w+)\"(; filename=\"([^\"]*)\")?[^\\n]*\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n(.*?)\\r\\n--",
            Pattern.DOTALL);

    private final HttpServer http;
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final Queue<Next> next = new ConcurrentLinkedQueue<>();

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile long slow;
    private volatile CountDownLatch held = new CountDownLatch(0);

    private record Next(int status, String body) {}

    private HearingServer(HttpServer http) {
        this.http = http;
        http.createContext("/v1/audio/transcriptions", this::hear);
        http.setExecutor(threads);
        http.start();
    }

    public static HearingServer start() {
        try {
            return new HearingServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
    }

    /** What it says next, once; after a 429 it wants a second of peace. */
    public void say(int status, String body) {
        next.add(new Next(status, body));
    }

    /** The fields of every request, of the file its name and its first four letters. */
    public List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    /** From now on each answer takes so many milliseconds. */
    public void slow(long millis) {
        slow = millis;
    }

    /** From now on nothing is answered until {@link #letGo()}. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    public void letGo() {
        held.countDown();
    }

    /** How many requests were here at the same time, at most. */
    public int most() {
        return most.get();
    }

    private void hear(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            held.await();
            TimeUnit.MILLISECONDS.sleep(slow);
            answer(exchange);
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        var fields = new LinkedHashMap<String, String>();
        var field = FIELD.matcher(body);
        while (field.find()) {
            var value = field.group(3) == null
                    ? field.group(4)
                    : field.group(3) + " " + field.group(4).substring(0, 4);
            fields.put(field.group(1), value);
        }
        fields.put("key", exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(fields);
        var said = Optional.ofNullable(next.poll()).orElse(new Next(200, HEARD));
        if (said.status() == 429) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        var bytes = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
