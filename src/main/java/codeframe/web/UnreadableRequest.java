package codeframe.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are so broken that no route ever sees them, such as half an escape in the address. */
public final class UnreadableRequest extends ErrorHandler {
    private static final String SENTENCE = "The request could not be read. Check the address and the headers.";

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        var body = body(code, SENTENCE);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        // The server hangs up after such a request; a client that is not told would send the next one into nothing.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Content.Sink.write(response, true, body, callback);
    }

    /** The same form where a handler's own answer broke off. */
    static void answer(HttpServletResponse response, Problem problem) {
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            response.getOutputStream()
                    .write(body(problem.status(), problem.getMessage()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(int status, String sentence) {
        return """
                {"status":%d,"title":"That did not work","detail":"%s"}""".formatted(status, sentence);
    }
}
