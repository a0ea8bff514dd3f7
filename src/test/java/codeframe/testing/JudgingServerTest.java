package codeframe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.testing.JudgingServer.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The judge itself is judged: shrunk and compressed, each of forty drawings is still found by its pixels. */
class JudgingServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void every_drawing_is_found_again_small_and_compressed() throws Exception {
        try (var server = JudgingServer.start()) {
            var frames = DrawnFrames.draw(40);
            frames.forEach(frame -> server.show(frame.drawing().image(), frame.truth()));
            var answers = new HashSet<String>();
            for (var frame : frames) {
                var content = ask(server, half(frame.drawing().image()))
                        .at("/choices/0/message/content")
                        .asText();
                assertThat(Json.MAPPER.readTree(content)).isEqualTo(Json.MAPPER.valueToTree(frame.truth()));
                answers.add(content);
            }
            assertThat(answers).hasSizeGreaterThan(9);
            assertThat(server.charged()).hasSize(40);
        }
    }

    @Test
    void it_misbehaves_as_told_and_then_answers() throws Exception {
        try (var server = JudgingServer.start()) {
            var frame = DrawnFrames.draw(1).get(0);
            server.show(frame.drawing().image(), frame.truth(), Fault.BROKEN_SERVER, Fault.REFUSAL, Fault.CUT_OFF);
            assertThat(send(server, frame.drawing().image()).statusCode()).isEqualTo(503);
            assertThat(ask(server, frame.drawing().image())
                            .at("/choices/0/message/refusal")
                            .asText())
                    .isNotEmpty();
            assertThat(ask(server, frame.drawing().image())
                            .at("/choices/0/finish_reason")
                            .asText())
                    .isEqualTo("length");
            assertThat(ask(server, frame.drawing().image())
                            .at("/choices/0/finish_reason")
                            .asText())
                    .isEqualTo("stop");
        }
    }

    @Test
    void of_a_picture_it_was_never_shown_it_knows_nothing() throws Exception {
        try (var server = JudgingServer.start()) {
            var frames = DrawnFrames.draw(2);
            server.show(frames.get(0).drawing().image(), frames.get(0).truth());
            assertThat(ask(server, frames.get(1).drawing().image())
                            .at("/choices/0/message/content")
                            .asText())
                    .isEqualTo("{}");
        }
    }

    private static BufferedImage half(BufferedImage image) {
        int width = image.getWidth() / 2;
        int height = image.getHeight() / 2;
        var half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = half.createGraphics();
        graphics.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return half;
    }

    private JsonNode ask(JudgingServer server, BufferedImage image) throws Exception {
        return Json.MAPPER.readTree(send(server, image).body());
    }

    private HttpResponse<String> send(JudgingServer server, BufferedImage image) throws Exception {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        var url = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg.toByteArray());
        var body = "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"Code this.\"},"
                + " {\"type\": \"image_url\", \"image_url\": {\"url\": \"" + url + "\"}}]}]}";
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
