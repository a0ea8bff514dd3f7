package codeframe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The container's health check: exit code 0 when this node answers, without a shell or curl in the image. */
public final class Healthy {
    private Healthy() {}

    public static void main(String[] arguments) throws InterruptedException {
        var config = Config.fromEnvironment();
        var health = URI.create("http://127.0.0.1:" + config.port() + "/health");
        var request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(4)).build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            System.exit(answer.statusCode() == 200 ? 0 : 1);
        } catch (IOException e) {
            System.exit(1);
        }
    }
}
