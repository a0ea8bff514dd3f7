package codeframe.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Somebody who asks, each time with the same session (or, for the API, with the same token): no answer changes how the next
 * request is sent, as it would in a browser.
 */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String cookie;
    private final String csrf;
    private final String token;

    private Client(String base, String cookie, String csrf, String token) {
        this.base = base;
        this.cookie = cookie;
        this.csrf = csrf;
        this.token = token;
    }

    /** Nobody in particular. */
    public static Client visitor(TestApp app) {
        return of(app, new Browser(app.url()), "");
    }

    public static Client of(TestApp app, String email) {
        return of(app, app.browser(email), World.token(email));
    }

    private static Client of(TestApp app, Browser browser, String token) {
        browser.get(token.isEmpty() ? "/sign-in" : "/account");
        return new Client(app.url(), browser.cookie(), browser.csrf(), token);
    }

    /** An answer, whose body is text whatever file it came in. */
    public record Answer(int status, String location, String text, HttpHeaders headers) {
        private static final Pattern RANDOM =
                Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/(reset|invitations)/)[\\w-]{43}"
                        + "|(?<=W3CDTF\">)[^<]*|(?<=name=\"seed\" type=\"text\" value=\")\\d+");

        /** Without what is drawn anew each time. */
        public String plain() {
            return RANDOM.matcher(text).replaceAll("") + location;
        }
    }

    public Answer get(String path) {
        return send("GET", path, Sent.NOTHING);
    }

    /** The API is asked with the token, everything else with the session. */
    public Answer send(String method, String path, Sent sent) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(sent.bytes()));
        if (!sent.type().isEmpty()) {
            request.header("Content-Type", sent.type());
        }
        if (path.startsWith("/api/") && !token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        } else {
            request.header("Cookie", "codeframe=" + cookie).header("X-CSRF-Token", csrf);
        }
        try {
            return read(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer read(HttpResponse<InputStream> answer) throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        try (var body = answer.body()) {
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    // The stream of a run's progress does not end.
                    type.startsWith("text/event-stream") ? "" : text(body.readAllBytes()),
                    answer.headers());
        }
    }

    /** A workbook and an archive are a ZIP of texts. */
    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        var file = Files.createTempFile("answer", ".zip");
        Files.write(file, body);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(entry.getName()).append('\n');
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    /** What goes with a request. */
    public record Sent(String type, byte[] bytes) {
        public static final Sent NOTHING = new Sent("", new byte[0]);
        private static final Pattern KIND = Pattern.compile("(\\S+) ?(.*)", Pattern.DOTALL);
        private static final String BOUNDARY = "codeframe-test-boundary";

        /**
         * @param text a word for what it is, then its content: {@code form a=b&c=d}, {@code json {…}}, {@code yaml …},
         *     {@code csv …}, {@code file NAME CONTENT}; {@code \n} is a new line
         */
        static Sent of(String text) {
            var parts = KIND.matcher(text);
            if (!parts.matches()) {
                return new Sent("application/x-www-form-urlencoded", new byte[0]);
            }
            var content = parts.group(2).replace("\\n", "\n");
            return switch (parts.group(1)) {
                case "form" -> new Sent("application/x-www-form-urlencoded", bytes(content));
                case "json" -> new Sent("application/json", bytes(content));
                case "yaml" -> new Sent("application/yaml", bytes(content));
                case "csv" -> new Sent("text/csv", bytes(content));
                case "file" ->
                    file(content.substring(0, content.indexOf(' ')), content.substring(content.indexOf(' ') + 1));
                default -> throw new IllegalArgumentException("not known how to send: " + text);
            };
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static Sent file(String name, String content) {
            var body = "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n%s\r\n--%s--\r\n";
            return new Sent(
                    "multipart/form-data; boundary=" + BOUNDARY,
                    bytes(body.formatted(BOUNDARY, name, content, BOUNDARY)));
        }
    }
}
