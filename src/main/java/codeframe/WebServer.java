package codeframe;

import codeframe.web.BasePathHandler;
import codeframe.web.HeadAsGet;
import codeframe.web.Problems;
import codeframe.web.Role;
import codeframe.web.UnreadBody;
import codeframe.web.UnreadableRequest;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import java.nio.file.Path;
import java.util.Set;

/** How Javalin is set up: limits, files of our own and of the htmx jars, no banner. */
final class WebServer {
    private static final long LARGEST_BODY = 64_000_000;
    private static final int MOST_FILES = 100_000;

    private WebServer() {}

    static void configure(JavalinConfig javalin, Config config) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.jetty.modifyServer(server -> {
            server.setErrorHandler(new UnreadableRequest());
            server.setHandler(new UnreadBody(new HeadAsGet(new BasePathHandler(config.basePath()))));
        });
        javalin.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new UnreadableRequest()));
        javalin.router.handlerWrapper(Problems::catchingErrors);
        javalin.router.javaLangErrorHandler(Problems::lastWords);
        javalin.http.maxRequestSize = LARGEST_BODY;
        javalin.http.defaultContentType = "text/plain; charset=utf-8";
        uploads(javalin, config.data().resolve("uploads"), config.maxUploadBytes());
        files(javalin, "/assets", "/static");
        files(javalin, "/assets/htmx", "/META-INF/resources/webjars/htmx.org/2.0.10");
        files(javalin, "/assets/htmx-sse", "/META-INF/resources/webjars/htmx-ext-sse/2.2.2");
    }

    private static void uploads(JavalinConfig javalin, Path folder, long largest) {
        folder.toFile().mkdirs();
        var multipart = javalin.jetty.multipartConfig;
        multipart.cacheDirectory(folder.toString());
        multipart.maxFileSize(largest, SizeUnit.BYTES);
        multipart.maxTotalRequestSize(largest, SizeUnit.BYTES);
        multipart.maxInMemoryFileSize(1, SizeUnit.MB);
        // Each file of a form counts as a key, and a folder of images has more than the thousand that are the default.
        javalin.jetty.modifyServletContextHandler(handler -> handler.setMaxFormKeys(MOST_FILES));
    }

    private static void files(JavalinConfig javalin, String address, String directory) {
        javalin.staticFiles.add(files -> {
            files.hostedPath = address;
            files.directory = directory;
            files.location = Location.CLASSPATH;
            files.roles = Set.of(Role.ANYONE);
            files.headers = java.util.Map.of(
                    "Cache-Control", "max-age=0, must-revalidate", "X-Content-Type-Options", "nosniff");
        });
    }
}
