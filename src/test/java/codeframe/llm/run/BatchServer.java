package codeframe.llm.run;

import codeframe.db.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** OpenAI's Batch API as far as it is used: files, batches, and answers once somebody has looked a few times. */
final class BatchServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Map<String, String> files = new HashMap<>();
    final Map<String, Map<String, Object>> batches = new LinkedHashMap<>();
    final List<String> cancelled = new ArrayList<>();
    private int looks;

    /** How often a batch is looked at before it is done. */
    int patience = 2;
    /** Whether the server forgets to answer after it has made the batch, as when the asking program dies. */
    boolean silentOnce;
    /** Words with which every batch is refused; empty for none. */
    String refusal = "";
    /** The request of that place in the file fails, once; -1 for none. */
    int failing = -1;
    /** The answer at that place in the file is none that can be read, once; -1 for none. */
    int mumbling = -1;

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

    private synchronized void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring("/v1".length());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean post = exchange.getRequestMethod().equals("POST");
        if (path.equals("/files")) {
            send(exchange, Json.of(file(body)).text());
        } else if (path.endsWith("/content")) {
            send(exchange, files.get(path.split("/", -1)[2]));
        } else if (path.equals("/batches") && post) {
            var made = batch(body);
            if (silentOnce) {
                silentOnce = false;
                exchange.close();
            } else {
                send(exchange, Json.of(made).text());
            }
        } else if (path.equals("/batches")) {
            send(exchange, Json.of(Map.of("data", batches.values())).text());
        } else if (path.endsWith("/cancel")) {
            cancelled.add(path.split("/", -1)[2]);
            send(exchange, Json.of(batches.get(path.split("/", -1)[2])).text());
        } else {
            send(exchange, Json.of(looked(path.split("/", -1)[2])).text());
        }
    }

    private Map<String, Object> file(String multipart) {
        var id = "file-" + files.size();
        files.put(id, multipart.substring(multipart.indexOf("{\"custom_id\""), multipart.lastIndexOf('}') + 1));
        return Map.of(
                "id",
                id,
                "object",
                "file",
                "bytes",
                1,
                "created_at",
                1,
                "filename",
                "x",
                "purpose",
                "batch",
                "status",
                "processed");
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
        return batch;
    }

    private Map<String, Object> looked(String id) {
        var batch = batches.get(id);
        if (!refusal.isEmpty()) {
            batch.put("status", "failed");
            batch.put("errors", Map.of("data", List.of(Map.of("message", refusal))));
        } else if (++looks >= patience && !batch.get("status").equals("completed")) {
            batch.put("status", "completed");
            batch.put("output_file_id", answered((String) batch.get("input_file_id")));
        }
        return batch;
    }

    private String answered(String input) {
        var answer = new Json(Replies.completion(Replies.GOOD, null, "stop", Replies.usage(1000, 0, 50))).tree();
        var lines = new ArrayList<String>();
        int place = 0;
        for (var line : files.get(input).split("\n", -1)) {
            boolean bad = place++ == failing;
            var response = bad
                    ? Map.of("status_code", 500, "body", Map.of("error", Map.of("message", "out of memory")))
                    : Map.of("status_code", 200, "body", place - 1 == mumbling ? Map.of("id", "c1") : answer);
            lines.add(Json.of(Map.of(
                            "custom_id", new Json(line).tree().path("custom_id").asText(), "response", response))
                    .text());
        }
        failing = -1;
        mumbling = -1;
        var id = "file-" + files.size();
        files.put(id, String.join("\n", lines));
        return id;
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
