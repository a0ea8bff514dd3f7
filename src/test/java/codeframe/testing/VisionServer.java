package codeframe.testing;

import codeframe.db.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/**
 * Google Cloud Vision's {@code images:annotate} as it is documented (cloud.google.com/vision/docs/reference/rest): requests of
 * another shape are refused in its words, and what it sees is told by the colour in the middle of the picture. Red shows a
 * person and a word, green a sign at the edge, white nothing; black it refuses as bad data, inside an answer of 200.
 */
public final class VisionServer implements AutoCloseable {
    public static final String KEY = "AIza-tests-only-0123456789";
    private static final int MOST_BYTES = 10_000_000;
    private static final Set<String> TYPES = Set.of(
            "FACE_DETECTION",
            "LANDMARK_DETECTION",
            "LOGO_DETECTION",
            "LABEL_DETECTION",
            "TEXT_DETECTION",
            "DOCUMENT_TEXT_DETECTION",
            "SAFE_SEARCH_DETECTION",
            "IMAGE_PROPERTIES",
            "CROP_HINTS",
            "WEB_DETECTION",
            "PRODUCT_SEARCH",
            "OBJECT_LOCALIZATION");

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    /** What goes wrong with a request as a whole, or with its first image (EXHAUSTED_INSIDE). */
    public enum Fault {
        QUOTA,
        EXHAUSTED_INSIDE,
        BROKEN,
        /** In the words of a gateway. */
        GATEWAY,
        CUT_OFF,
        INVALID
    }

    private VisionServer(HttpServer http) {
        this.http = http;
        http.createContext("/v1/images:annotate", this::annotate);
        http.setExecutor(threads);
        http.start();
    }

    public static VisionServer start() {
        try {
            return new VisionServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** The next requests go wrong so, one after the other. */
    public void spoil(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Bodies of the requests that were answered. */
    public List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    public long images() {
        return asked.stream().mapToLong(body -> body.path("requests").size()).sum();
    }

    private void annotate(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readAllBytes();
        var fault = Optional.ofNullable(faults.poll());
        if (!exchange.getRequestMethod().equals("POST")) {
            send(exchange, 404, error(404, "NOT_FOUND", "Not Found"));
        } else if (!KEY.equals(exchange.getRequestHeaders().getFirst("x-goog-api-key"))) {
            var refused = error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
            refused.withObject("/error").putArray("details").addObject().put("reason", "API_KEY_INVALID");
            send(exchange, 400, refused);
        } else if (bytes.length > MOST_BYTES) {
            send(
                    exchange,
                    400,
                    error(400, "INVALID_ARGUMENT", "Request payload size exceeds the limit: 10485760 bytes."));
        } else if (fault.filter(one -> one != Fault.EXHAUSTED_INSIDE).isPresent()) {
            spoiled(exchange, fault.get());
        } else {
            answer(exchange, bytes, fault.isPresent());
        }
    }

    private static void spoiled(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case QUOTA -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(
                        exchange,
                        429,
                        error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Requests' and limit"));
            }
            case BROKEN -> send(exchange, 503, error(503, "UNAVAILABLE", "The service is currently unavailable."));
            case GATEWAY -> send(exchange, 502, Json.MAPPER.createObjectNode());
            case INVALID -> send(exchange, 400, error(400, "INVALID_ARGUMENT", "Invalid argument in the request."));
            default -> send(exchange, 200, Json.MAPPER.createObjectNode());
        }
    }

    private void answer(HttpExchange exchange, byte[] bytes, boolean exhausted) throws IOException {
        JsonNode body;
        try {
            body = Json.MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            send(exchange, 400, error(400, "INVALID_ARGUMENT", "Invalid JSON payload received."));
            return;
        }
        var mistake = mistake(body);
        if (mistake.isPresent()) {
            send(exchange, 400, error(400, "INVALID_ARGUMENT", mistake.get()));
            return;
        }
        asked.add(body);
        var answer = Json.MAPPER.createObjectNode();
        var responses = answer.putArray("responses");
        var first = new ArrayDeque<>(exhausted ? List.of(true) : List.<Boolean>of());
        for (var request : body.path("requests")) {
            var response = responses.addObject();
            if (first.poll() != null) {
                response.putObject("error").put("code", 8).put("message", "Resource has been exhausted.");
            } else {
                see(request, response);
            }
        }
        send(exchange, 200, answer);
    }

    /** In the order in which Google looks: names that it does not know, then what is missing. */
    private static Optional<String> mistake(JsonNode body) {
        var unknown = unknown(body, Set.of("requests", "parent", "labels"), "");
        for (var request : body.path("requests")) {
            unknown = unknown.or(() -> unknown(request, Set.of("image", "features", "imageContext"), "requests[0]"))
                    .or(() -> unknown(request.path("image"), Set.of("content", "source"), "requests[0].image"))
                    .or(() -> unknown(
                            request.path("imageContext"),
                            Set.of(
                                    "languageHints",
                                    "latLongRect",
                                    "cropHintsParams",
                                    "webDetectionParams",
                                    "textDetectionParams"),
                            "requests[0].image_context"));
            for (var feature : request.path("features")) {
                unknown = unknown.or(() ->
                                unknown(feature, Set.of("type", "maxResults", "model"), "requests[0].features[0]"))
                        .or(() -> type(feature));
            }
        }
        return unknown.or(() -> missing(body.path("requests")));
    }

    private static Optional<String> unknown(JsonNode node, Set<String> known, String at) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!known.contains(name)) {
                return Optional.of("Invalid JSON payload received. Unknown name \"" + name + "\" at '" + at
                        + "': Cannot find field.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> type(JsonNode feature) {
        var type = feature.path("type").asText();
        return TYPES.contains(type)
                ? Optional.empty()
                : Optional.of(
                        "Invalid value at 'requests[0].features[0].type' (type.googleapis.com/google.cloud.vision.v1"
                                + ".Feature.Type), \"" + type + "\"");
    }

    private static Optional<String> missing(JsonNode requests) {
        if (requests.isEmpty()) {
            return Optional.of("No requests specified.");
        } else if (requests.size() > 16) {
            return Optional.of("Too many images per request: " + requests.size() + ". The limit is 16.");
        }
        for (var request : requests) {
            var image = request.path("image");
            if (image.has("content") && image.has("source")) {
                return Optional.of("Request must specify image content or source, not both.");
            } else if (image.path("content").asText().isEmpty() && !image.has("source")) {
                return Optional.of("Request must specify image and features.");
            } else if (request.path("features").isEmpty()) {
                return Optional.of("Request must specify image and features.");
            }
        }
        return Optional.empty();
    }

    private static void see(JsonNode request, ObjectNode response) throws IOException {
        var picture = picture(request);
        if (picture == null || isLike(picture, Color.BLACK)) {
            response.putObject("error").put("code", 3).put("message", "Bad image data.");
            return;
        }
        for (var feature : request.path("features")) {
            switch (feature.path("type").asText()) {
                case "OBJECT_LOCALIZATION" -> objects(picture, response);
                case "TEXT_DETECTION" -> text(picture, response);
                case "LABEL_DETECTION" -> labels(picture, response);
                default -> throw new IllegalStateException("this fake does not see that");
            }
        }
    }

    private static BufferedImage picture(JsonNode request) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(request.path("image").path("content").asText())));
    }

    private static boolean isLike(BufferedImage picture, Color colour) {
        var middle = new Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2));
        return Math.abs(middle.getRed() - colour.getRed()) < 60
                && Math.abs(middle.getGreen() - colour.getGreen()) < 60
                && Math.abs(middle.getBlue() - colour.getBlue()) < 60;
    }

    /** Shares of the picture, of which zeros are left out. */
    private static void objects(BufferedImage picture, ObjectNode response) {
        if (isLike(picture, Color.WHITE)) {
            return;
        }
        boolean red = isLike(picture, Color.RED);
        var one = response.putArray("localizedObjectAnnotations")
                .addObject()
                .put("mid", "/m/01g317")
                .put("name", red ? "Person" : "Sign")
                .put("score", red ? 0.91 : 0.55);
        var corners = one.putObject("boundingPoly").putArray("normalizedVertices");
        corners.addObject();
        corners.addObject().put("x", 0.5);
        corners.addObject().put("x", 0.5).put("y", 1);
        corners.addObject().put("y", 1);
    }

    /** The whole first, then word by word, in pixels. */
    private static void text(BufferedImage picture, ObjectNode response) {
        if (!isLike(picture, Color.RED)) {
            return;
        }
        var texts = response.putArray("textAnnotations");
        texts.addObject().put("locale", "de").put("description", "Freibier\nfür alle\n");
        var corners = texts.addObject()
                .put("description", "Freibier")
                .putObject("boundingPoly")
                .putArray("vertices");
        corners.addObject().put("x", picture.getWidth() / 4);
        corners.addObject().put("x", picture.getWidth() / 2);
        corners.addObject().put("x", picture.getWidth() / 2).put("y", picture.getHeight() / 2);
        corners.addObject().put("x", picture.getWidth() / 4).put("y", picture.getHeight() / 2);
    }

    private static void labels(BufferedImage picture, ObjectNode response) {
        if (!isLike(picture, Color.WHITE)) {
            response.putArray("labelAnnotations")
                    .addObject()
                    .put("mid", "/m/03qtwd")
                    .put("description", "Crowd")
                    .put("score", 0.8)
                    .put("topicality", 0.8);
        }
    }

    private static ObjectNode error(int code, String status, String message) {
        var body = Json.MAPPER.createObjectNode();
        body.putObject("error").put("code", code).put("message", message).put("status", status);
        return body;
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = Json.MAPPER.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
