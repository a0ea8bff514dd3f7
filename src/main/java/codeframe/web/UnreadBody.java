package codeframe.web;

import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads on, without keeping it, what a client still sends once it was answered. Closing the connection at once would reset
 * it, and a client that sends first and reads afterwards would never see why it was refused.
 */
public final class UnreadBody extends Handler.Wrapper {
    /** What goes on longer than any upload is broken off after all. */
    private static final long MOST = 4L << 30;

    public UnreadBody(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // A client that asks before it sends was told not to.
        return request.getHeaders().contains(HttpHeader.EXPECT)
                ? super.handle(request, response, callback)
                : super.handle(
                        new LeftForLater(request),
                        response,
                        Callback.from(() -> new Rest(request, callback).run(), callback::failed));
    }

    /** Whoever answers early would give the rest up, and the connection with it. */
    private static final class LeftForLater extends Request.Wrapper {
        LeftForLater(Request request) {
            super(request);
        }

        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }

    private static final class Rest implements Runnable {
        private final Request request;
        private final Callback callback;
        private long size;

        Rest(Request request, Callback callback) {
            this.request = request;
            this.callback = callback;
        }

        @Override
        public void run() {
            for (var chunk = request.read(); chunk != null; chunk = request.read()) {
                if (Content.Chunk.isFailure(chunk)) {
                    callback.failed(chunk.getFailure());
                    return;
                }
                boolean last = chunk.isLast();
                size += chunk.remaining();
                chunk.release();
                if (last) {
                    callback.succeeded();
                    return;
                } else if (size > MOST) {
                    callback.failed(new IOException("the client went on sending after it was answered"));
                    return;
                }
            }
            request.demand(this);
        }
    }
}
