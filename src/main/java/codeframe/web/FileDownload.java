package codeframe.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a file while it is being made, so that its size does not matter to our memory. */
public final class FileDownload {
    private static final Logger LOG = LoggerFactory.getLogger(FileDownload.class);

    private FileDownload() {}

    /** Writes the file's content; the stream is closed by the caller. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** @param name of the file as the browser saves it */
    public static void send(Context ctx, String name, String type, Content content) {
        ctx.contentType(type);
        ctx.header("Content-Disposition", disposition(name));
        try {
            var out = ctx.outputStream();
            content.write(out);
            out.flush();
        } catch (IOException | RuntimeException e) {
            if (!ctx.res().isCommitted() && e instanceof RuntimeException early) {
                ctx.res().resetBuffer();
                ctx.res().setHeader("Content-Disposition", null);
                throw early;
            }
            breakOff(ctx, name, e);
        }
    }

    /** A file that stops half-way must not look whole: the connection is broken, and the browser says so. */
    private static void breakOff(Context ctx, String name, Exception e) {
        LOG.warn("{} broke off: {}", name.replaceAll("\\p{Cntrl}", "?"), e.toString());
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getServletChannel()
                .abort(e);
    }

    private static String disposition(String name) {
        var ascii = name.replaceAll("[^\\w. -]", "_");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
