package codeframe.image.intake;

import codeframe.testing.Browser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A multipart form as a browser sends it. */
public final class Upload {
    private static final String BOUNDARY = "codeframe-test-boundary";
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Upload file(String name, byte[] bytes) {
        return part("name=\"files\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream", bytes);
    }

    public Upload text(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    private Upload part(String disposition, byte[] bytes) {
        write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        write(bytes);
        write("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void write(byte[] bytes) {
        body.writeBytes(bytes);
    }

    public HttpRequest.Builder request(HttpRequest.Builder to) {
        write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return to.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    public HttpResponse<String> send(Browser browser, String path) {
        return browser.send(request(HttpRequest.newBuilder(browser.uri(path)).header("X-CSRF-Token", browser.csrf())));
    }

    public static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : new LinkedHashMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
