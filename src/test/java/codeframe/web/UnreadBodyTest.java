package codeframe.web;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A refusal reaches a client that is still sending, however it sends. */
class UnreadBodyTest {
    private static final int LARGE = 90_000_000;
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_client_that_sends_everything_first_reads_the_refusal_after_it() throws Exception {
        try (var socket = connect()) {
            head(socket, "/api/v1/projects/1/codes", World.ONA, "Content-Length: " + LARGE);
            send(socket, LARGE);
            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("larger than this server accepts");
        }
    }

    @Test
    void so_does_one_that_sends_in_pieces_without_a_length() throws Exception {
        try (var socket = connect()) {
            head(socket, "/api/v1/agreement?level=nice", World.ONA, "Transfer-Encoding: chunked");
            var out = socket.getOutputStream();
            var piece = "a".repeat(1 << 16);
            for (int i = 0; i < 400; i++) {
                out.write((Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(answer(socket)).startsWith("HTTP/1.1 422").contains("level must be");
        }
    }

    @Test
    void one_that_waits_before_it_goes_on_is_answered_meanwhile() throws Exception {
        try (var socket = connect()) {
            head(socket, "/api/v1/agreement", "nobody", "Content-Length: " + LARGE);
            send(socket, 1_000_000);
            assertThat(answer(socket)).startsWith("HTTP/1.1 401").contains("Sign in");
        }
    }

    @Test
    void javas_own_client_is_answered_too() {
        var api = new Api(app.url(), "not-a-token");
        var answer = api.send(HttpRequest.newBuilder(URI.create(app.url() + "/api/v1/agreement"))
                .header("Authorization", "Bearer not-a-token")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> zeros(LARGE))));
        assertThat(answer.statusCode()).isEqualTo(401);
        var large = app.api(World.ONA);
        var refused = large.send(large.request("/api/v1/projects/1/codes")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[LARGE])));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(large.get("/api/v1/projects").statusCode()).isEqualTo(200);
    }

    private static Socket connect() throws IOException {
        var address = URI.create(app.url());
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void head(Socket socket, String path, String who, String header) throws IOException {
        var token = who.equals("nobody") ? "nobody" : World.token(who);
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: text/csv\r\n" + header + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Socket socket, int bytes) throws IOException {
        var piece = new byte[1 << 16];
        for (int sent = 0; sent < bytes; sent += piece.length) {
            socket.getOutputStream().write(piece, 0, Math.min(piece.length, bytes - sent));
        }
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        var bytes = new byte[1 << 14];
        var text = new StringBuilder();
        while (!text.toString().endsWith("}")) {
            int read = socket.getInputStream().read(bytes);
            if (read < 0) {
                break;
            }
            text.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int most) {
                int read = (int) Math.min(most, left);
                left -= Math.max(0, read);
                return read <= 0 ? -1 : read;
            }
        };
    }
}
