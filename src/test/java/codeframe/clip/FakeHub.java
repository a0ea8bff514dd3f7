package codeframe.clip;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A hub on this machine that redirects large files, resumes, names checksums, and misbehaves when told to. */
final class FakeHub implements AutoCloseable {
    static final String REVISION = "0123456789abcdef0123456789abcdef01234567";

    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final Map<String, String> wrongChecksums = new ConcurrentHashMap<>();
    /** What was asked for, with the Range header. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** Bytes after which every connection breaks off. */
    volatile int cutAfter = Integer.MAX_VALUE;

    volatile long slowMs;

    private final HttpServer server;

    FakeHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.createContext("/cdn/", this::deliver);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var content = files.get(path);
        exchange.getResponseHeaders().set("X-Repo-Commit", REVISION);
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        } else if (path.endsWith(".json") || path.endsWith(".txt")) {
            var named = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
            var checksum = wrongChecksums.getOrDefault(path, hex("SHA-1", named, content));
            exchange.getResponseHeaders().set("ETag", "W/\"" + checksum + "\"");
            deliver(exchange);
        } else {
            var checksum = wrongChecksums.getOrDefault(path, hex("SHA-256", content));
            exchange.getResponseHeaders().set("X-Linked-Etag", "\"" + checksum + "\"");
            exchange.getResponseHeaders().set("ETag", "\"of-the-redirect\"");
            exchange.getResponseHeaders().set("Location", "/cdn" + path);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        }
    }

    private void deliver(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().replaceFirst("^/cdn", "");
        var content = files.get(path);
        var range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(path.substring(path.lastIndexOf('/') + 1) + (range == null ? "" : " " + range));
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
        int end = (int) Math.min(content.length, (long) from + cutAfter);
        try {
            var out = exchange.getResponseBody();
            for (int at = from; at < end; at += 10_000) {
                out.write(content, at, Math.min(10_000, end - at));
                out.flush();
                pause();
            }
        } finally {
            exchange.close(); // with bytes missing this cuts the connection
        }
    }

    private void pause() {
        try {
            Thread.sleep(slowMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String hex(String algorithm, byte[]... parts) {
        MessageDigest digest = ModelHash.digest(algorithm);
        for (var part : parts) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
