package codeframe.testing;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * An OpenAI-compatible server that looks at the picture it is sent. It has been shown drawings with what is true of them,
 * finds the one it is sent again by its pixels alone, and answers the variables of the request's schema by it. What it
 * charges can be added up, and for chosen drawings it misbehaves as it is told to.
 */
public final class JudgingServer implements AutoCloseable {
    public static final String MODEL = "judge-1";
    /** Beyond this mean distance a picture is none that it has been shown. */
    private static final double TOO_FAR = 18;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Shown> shown = new CopyOnWriteArrayList<>();
    private final List<Charged> charged = new CopyOnWriteArrayList<>();
    private volatile Duration delay = Duration.ZERO;
    private volatile ProviderRules provider = ProviderRules.NONE;
    private final AtomicInteger refused = new AtomicInteger();

    private JudgingServer(HttpServer http) {
        this.http = http;
        http.createContext("/v1/models", this::models);
        http.createContext("/v1/chat/completions", this::judge);
        // Azure's classic form.
        http.createContext("/openai/models", this::models);
        http.createContext("/openai/deployments/", this::judge);
        http.setExecutor(threads);
        http.start();
    }

    /** A drawing it knows, and what it does wrong the next times it sees it. */
    private record Shown(Fingerprint fingerprint, Map<String, String> truth, Queue<Fault> faults) {
        synchronized Fault next() {
            var fault = faults.poll();
            return fault == null ? Fault.NONE : fault;
        }
    }

    /** Tokens of one answered request, as its usage said. */
    public record Charged(int input, int cached, int output) {}

    /** What can go wrong with one request. */
    public enum Fault {
        NONE,
        REFUSAL,
        PLAIN_REFUSAL,
        NONSENSE,
        CUT_OFF,
        TOO_MANY_REQUESTS,
        BROKEN_SERVER,
        UNKNOWN_VALUE
    }

    public static JudgingServer start() {
        try {
            return new JudgingServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The base URL to give to the program. */
    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
    }

    /** The address without a path, as Azure's classic form wants it. */
    public String host() {
        return url().replace("/v1", "");
    }

    /** @param truth value by key of a variable; what is not in it, it is unsure of */
    public void show(BufferedImage drawing, Map<String, String> truth, Fault... faults) {
        shown.add(new Shown(Fingerprint.of(drawing), truth, new ArrayDeque<>(List.of(faults))));
    }

    /** What it does wrong the next times it sees a drawing that it knows. */
    public void spoil(BufferedImage drawing, Fault... faults) {
        nearest(drawing).faults().addAll(List.of(faults));
    }

    public void delay(Duration each) {
        delay = each;
    }

    /** From now on it refuses what this provider refuses, and answers as it does. */
    public void be(ProviderRules rules) {
        provider = rules;
        refused.set(0);
        charged.clear();
    }

    /** Requests that were refused by the provider's rules. */
    public int refused() {
        return refused.get();
    }

    public List<Charged> charged() {
        return List.copyOf(charged);
    }

    private void models(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Json.MAPPER.readTree("{\"object\": \"list\", \"data\": [{\"id\": \"" + MODEL
                        + "\", \"object\": \"model\", \"owned_by\": \"tests\"}]}"));
    }

    private void judge(HttpExchange exchange) throws IOException {
        try {
            var request = Json.MAPPER.readTree(exchange.getRequestBody());
            Thread.sleep(delay.toMillis());
            if (!provider.keyHeader().isEmpty()
                    && exchange.getRequestHeaders().getFirst(provider.keyHeader()) == null) {
                answer(exchange, 401, error("invalid_api_key", "There is no key in " + provider.keyHeader() + "."));
                return;
            }
            var broken = provider.broken(request);
            if (broken.isPresent()) {
                refused.incrementAndGet();
                answer(exchange, broken.get().path("status").asInt(), ProviderRules.body(broken.get()));
                return;
            }
            var seen = nearest(picture(request));
            reply(exchange, request, seen, seen == null ? Fault.NONE : seen.next());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            answer(exchange, 400, error("invalid_request_error", String.valueOf(e.getMessage())));
        }
    }

    private void reply(HttpExchange exchange, JsonNode request, Shown seen, Fault fault) throws IOException {
        var right = right(request, seen).toString();
        switch (fault) {
            case NONE ->
                answer(
                        exchange,
                        200,
                        provider.before()
                                + completion(
                                        request, "content", provider.answer().formatted(right), "stop"));
            case REFUSAL -> answer(exchange, 200, completion(request, "refusal", "I will not look at this.", "stop"));
            case PLAIN_REFUSAL ->
                answer(exchange, 200, completion(request, "content", "I'm sorry, but I can't help with that.", "stop"));
            case NONSENSE -> answer(exchange, 200, completion(request, "content", "A fine picture!", "stop"));
            case CUT_OFF ->
                answer(exchange, 200, completion(request, "content", right.substring(0, right.length() / 2), "length"));
            case UNKNOWN_VALUE ->
                answer(
                        exchange,
                        200,
                        completion(request, "content", right.replaceFirst(": ?\"[^\"]*\"", ":\"a parade\""), "stop"));
            case TOO_MANY_REQUESTS -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 429, error("rate_limit_exceeded", "Slow down."));
            }
            case BROKEN_SERVER -> answer(exchange, 503, "<html><body>Service Unavailable</body></html>");
        }
    }

    /** The answer by the truth, for the keys that the schema requires, or all of them where no schema is sent. */
    private static ObjectNode right(JsonNode request, Shown seen) {
        var truth = seen == null ? Map.<String, String>of() : seen.truth();
        var keys = new ArrayList<String>();
        request.at("/response_format/json_schema/schema/required").forEach(key -> keys.add(key.asText()));
        var answer = Json.MAPPER.createObjectNode();
        (keys.isEmpty() ? List.copyOf(truth.keySet()) : keys)
                .forEach(key -> answer.put(key, truth.getOrDefault(key, "unsure")));
        return answer;
    }

    private Shown nearest(BufferedImage picture) {
        var print = Fingerprint.of(picture);
        return shown.stream()
                .filter(one -> one.fingerprint().distance(print) < TOO_FAR)
                .min(Comparator.comparingDouble(one -> one.fingerprint().distance(print)))
                .orElse(null);
    }

    /** The last image of the request: what stands before it are examples. */
    private static BufferedImage picture(JsonNode request) throws IOException {
        var urls = new ArrayList<String>();
        request.path("messages")
                .findValues("image_url")
                .forEach(image -> urls.add(image.path("url").asText()));
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("There is no image in the request.");
        }
        var url = urls.get(urls.size() - 1);
        var image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1))));
        if (image == null) {
            throw new IllegalArgumentException("The image cannot be read.");
        }
        return image;
    }

    private ObjectNode completion(JsonNode request, String field, String said, String finish) {
        int input = 100 + (letters(request, "text") + letters(request, "content")) / 4;
        int cached = charged.isEmpty() ? 0 : 64;
        var usage = new Charged(input, cached, 1 + said.length() / 4);
        charged.add(usage);
        var completion = Json.MAPPER.createObjectNode();
        completion
                .put("id", "judged-" + charged.size())
                .put("object", "chat.completion")
                .put("created", 1_700_000_000);
        completion.put("model", MODEL);
        var choice = completion.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
        var message = choice.putObject("message").put("role", "assistant");
        message.putNull("content").putNull("refusal").put(field, said);
        completion
                .putObject("usage")
                .put("prompt_tokens", usage.input())
                .put("completion_tokens", usage.output())
                .put("total_tokens", usage.input() + usage.output())
                .putObject("prompt_tokens_details")
                .put("cached_tokens", usage.cached());
        return completion;
    }

    private static int letters(JsonNode request, String field) {
        return request.path("messages").findValuesAsText(field).stream()
                .mapToInt(String::length)
                .sum();
    }

    private static ObjectNode error(String code, String message) {
        var error = Json.MAPPER.createObjectNode();
        error.putObject("error").put("message", message).put("type", code).put("code", code);
        return error;
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(exchange, status, body.toString());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
