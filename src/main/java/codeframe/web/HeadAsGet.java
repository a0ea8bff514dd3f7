package codeframe.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers HEAD as GET, so that access, refusals and headers are the same. The connection, which knows what was asked, leaves
 * the body out.
 */
public final class HeadAsGet extends Handler.Wrapper {
    private static final String ASKED = "asked for the headers alone";

    public HeadAsGet(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(HttpMethod.HEAD.is(request.getMethod()) ? new AsGet(request) : request, response, callback);
    }

    public static boolean asked(Context ctx) {
        return ctx.req().getAttribute(ASKED) != null;
    }

    /**
     * For a GET that hands something out: HEAD is answered here, once the thing is known to be there, and
     * nothing more is done.
     *
     * @param type of what GET would answer, whose length nobody knows before it is made
     */
    public static boolean answered(Context ctx, String type) {
        if (asked(ctx)) {
            ctx.contentType(type);
            try {
                ctx.res().flushBuffer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return asked(ctx);
    }

    private static final class AsGet extends Request.Wrapper {
        AsGet(Request request) {
            super(request);
            request.setAttribute(ASKED, true);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.asString();
        }
    }
}
