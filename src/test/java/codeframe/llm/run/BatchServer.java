package codeframe.llm.run;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

/** OpenAI's Batch API as far as it is used: files, batches, and answers once somebody has looked a few times. */
final class BatchServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    /** Text of each, by name; what was deleted is gone. */
    final Map<String, String> files = new HashMap<>();

    final Map<String, Map<String, Object>> batches = new LinkedHashMap<>();
    final List<String> cancelled = new ArrayList<>();
    /** Requests of all batches that were read, by the text of what they hold beside the parameters. */
    final Map<String, Integer> asked = new HashMap<>();

    /** Batches with a request that had been read before. */
    int again;

    private int looks;
    private int uploads;
    private int answers;

    /** How often a batch is looked at before it is done. */
    int patience = 2;
    /** Whether the server forgets to answer after it has made the batch, as when the asking program dies. */
    boolean silentOnce;
    /** With which status it answers after it has made the batch, once; 0 for the usual one. */
    int confused;
    /** With which status it refuses to make a batch, once; 0 for none. */
    int unable;
    /** Words with which every batch is refused; empty for none. */
    String refusal = "";
    /** The request of that place in the file fails, once; -1 for none. */
    int failing = -1;
    /** The answer at that place in the file is none that can be read, once; -1 for none. */
    int mumbling = -1;
    /** With which status and words a request is refused. */
    Function<JsonNode, Optional<Said>> judge = body -> Optional.empty();
    /** Requests that may wait at the same time. */
    int queue = Integer.MAX_VALUE;
    /** So many uploads find it overloaded. */
    int overloaded;
    /** Whether files may be told on which day they go. */
    boolean expires = true;
    /** So many batches that others made since; it lists them on a page of their own, before ours. */
    int others;

    private List<Map<String, Object>> ofOthers() {
        return IntStream.rangeClosed(1, others)
                .mapToObj(i -> Map.<String, Object>of("id", "other-" + i))
                .toList();
    }

    /** Whether it will not delete a file just now. */
    boolean keeps;
    /** Tokens of input that it counts for each request. */
    int counted = 1000;

    /** A refusal of one request. */
    record Said(int status, String param, String code, String message) {
        private Map<String, Object> error() {
            return Map.of(
                    "error", Map.of("message", message, "type", "invalid_request_error", "param", param, "code", code));
        }
    }

    BatchServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** What it charges for its answers, at half of a dollar and four a million tokens. */
    BigDecimal charged() {
        return BigDecimal.valueOf(answers)
                .multiply(BigDecimal.valueOf(counted + 4 * 50))
                .movePointLeft(6)
                .divide(BigDecimal.valueOf(2));
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring("/v1".length()).split("/", -1);
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean post = exchange.getRequestMethod().equals("POST");
        if (path[1].equals("files")) {
            file(exchange, path, body);
        } else if (path.length == 2 && post && !expires && body.contains("output_expires_after")) {
            send(exchange, 400, unknown("output_expires_after").error());
        } else if (path.length == 2 && post && unable > 0) {
            send(exchange, unable, Map.of("error", Map.of("message", "Overloaded")));
            unable = 0;
        } else if (path.length == 2 && post) {
            var made = batch(body);
            if (silentOnce) {
                silentOnce = false;
                exchange.close();
            } else if (confused > 0) {
                send(exchange, confused, Map.of("error", Map.of("message", "Internal error")));
                confused = 0;
            } else {
                send(exchange, 200, made);
            }
        } else if (path.length == 2) {
            var query = String.valueOf(exchange.getRequestURI().getQuery());
            boolean first = others > 0 && !query.contains("after=other-" + others);
            send(exchange, 200, Map.of("data", first ? ofOthers() : batches.values(), "has_more", first));
        } else if (!batches.containsKey(path[2])) {
            send(exchange, 404, Map.of("error", Map.of("message", "No such batch")));
        } else if (path.length == 4) {
            cancelled.add(path[2]);
            finish(batches.get(path[2]), "cancelled");
            send(exchange, 200, batches.get(path[2]));
        } else {
            send(exchange, 200, looked(path[2]));
        }
    }

    private static Said unknown(String parameter) {
        return new Said(400, parameter, "unknown_parameter", "Unknown parameter: '" + parameter + "'.");
    }

    private void file(HttpExchange exchange, String[] path, String body) throws IOException {
        if (path.length == 4) {
            var text = Optional.<Object>ofNullable(files.get(path[2]));
            send(
                    exchange,
                    text.isPresent() ? 200 : 404,
                    text.orElse(Map.of("error", Map.of("message", "No such file"))));
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            if (!keeps) {
                files.remove(path[2]);
            }
            send(exchange, keeps ? 503 : 200, Map.of("id", path[2], "object", "file", "deleted", !keeps));
        } else if (overloaded > 0) {
            overloaded--;
            send(exchange, 503, Map.of("error", Map.of("message", "Overloaded")));
        } else if (!expires && body.contains("expires_after")) {
            send(exchange, 400, unknown("expires_after").error());
        } else {
            var kept = kept(body.substring(body.indexOf("{\"custom_id\""), body.lastIndexOf('}') + 1));
            send(exchange, 200, Map.of("id", kept, "object", "file", "purpose", "batch", "status", "processed"));
        }
    }

    private String kept(String text) {
        var id = "file-" + uploads++;
        files.put(id, text);
        return id;
    }

    private Map<String, Object> batch(String body) {
        var asked = new Json(body).tree();
        var batch = new HashMap<String, Object>();
        batch.put("id", "batch-" + batches.size());
        batch.put("object", "batch");
        batch.put("status", "in_progress");
        batch.put("endpoint", "/v1/chat/completions");
        batch.put("completion_window", "24h");
        batch.put("created_at", 1);
        batch.put("input_file_id", asked.path("input_file_id").asText());
        batch.put(
                "metadata",
                Map.of("codeframe", asked.path("metadata").path("codeframe").asText()));
        batches.put((String) batch.get("id"), batch);
        if (waiting() > queue) {
            refuse(
                    batch,
                    "Enqueued token limit reached for eye. Limit: 90,000 enqueued tokens.",
                    "token_limit_exceeded");
        }
        return batch;
    }

    private long waiting() {
        return batches.values().stream()
                .filter(batch -> batch.get("status").equals("in_progress"))
                .mapToLong(batch ->
                        files.get((String) batch.get("input_file_id")).lines().count())
                .sum();
    }

    private static void refuse(Map<String, Object> batch, String words, String code) {
        batch.put("status", "failed");
        batch.put("errors", Map.of("data", List.of(Map.of("message", words, "code", code))));
    }

    private Map<String, Object> looked(String id) {
        var batch = batches.get(id);
        if (!refusal.isEmpty()) {
            refuse(batch, refusal, "invalid_request");
        } else if (batch.get("status").equals("in_progress") && ++looks >= patience) {
            finish(batch, "completed");
        }
        return batch;
    }

    /** One that is cancelled had come to the middle of its file. */
    synchronized void finish(Map<String, Object> batch, String status) {
        var output = new ArrayList<String>();
        var errors = new ArrayList<String>();
        var lines = files.get((String) batch.get("input_file_id")).lines().toList();
        var done = status.equals("cancelled") ? lines.subList(0, lines.size() / 2) : lines;
        again += done.stream().anyMatch(line -> asked.containsKey(held(new Json(line).tree()))) ? 1 : 0;
        done.forEach(line -> line(new Json(line).tree(), lines.indexOf(line), output, errors));
        failing = -1;
        mumbling = -1;
        batch.put("status", status);
        batch.put("output_file_id", output.isEmpty() ? null : kept(String.join("\n", output)));
        batch.put("error_file_id", errors.isEmpty() ? null : kept(String.join("\n", errors)));
    }

    private static String held(JsonNode line) {
        return line.path("body").path("messages").toString();
    }

    private void line(JsonNode line, int place, List<String> output, List<String> errors) {
        var id = line.path("custom_id").asText();
        asked.merge(held(line), 1, Integer::sum);
        var said = place == failing
                ? Optional.of(new Said(500, "", "server_error", "out of memory"))
                : judge.apply(line.path("body"));
        if (said.isPresent()) {
            var response = Map.of(
                    "status_code", said.get().status(), "body", said.get().error());
            errors.add(Json.of(Map.of("custom_id", id, "response", response)).text());
        } else {
            boolean mumbles = place == mumbling;
            answers += mumbles ? 0 : 1;
            var answer = new Json(Replies.completion(Replies.GOOD, null, "stop", Replies.usage(counted, 0, 50))).tree();
            var response = Map.of("status_code", 200, "body", mumbles ? Map.of("id", "c1") : answer);
            output.add(Json.of(Map.of("custom_id", id, "response", response)).text());
        }
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = (body instanceof String text ? text : Json.of(body).text()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
