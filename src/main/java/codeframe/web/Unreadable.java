package codeframe.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are so broken that no route ever sees them, such as half an escape in the address. */
public final class Unreadable extends ErrorHandler {
    private static final String SENTENCE = "The request could not be read. Check the address and the headers.";

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        var body = """
                {"status":%d,"title":"That did not work","detail":"%s"}""".formatted(code, SENTENCE);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        // The server hangs up after such a request; a client that is not told would send the next one into nothing.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Content.Sink.write(response, true, body, callback);
    }
}
