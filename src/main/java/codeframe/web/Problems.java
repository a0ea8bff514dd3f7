package codeframe.web;

import codeframe.templates.Templates;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws every refusal and every mishap once: a page, a fragment, or problem+json for the API. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Templates templates;
    private final BiFunction<Context, String, Page> page;

    /** @param page makes the shell for an error page of a title; it must work for visitors too */
    public Problems(Templates templates, BiFunction<Context, String, Page> page) {
        this.templates = templates;
        this.page = page;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.exception(Problem.class, (problem, ctx) -> draw(ctx, problem));
        routes.exception(HttpResponseException.class, (e, ctx) -> draw(ctx, translated(e)));
        routes.exception(Exception.class, this::mishap);
        routes.error(404, ctx -> {
            if (ctx.attribute("problem drawn") == null) {
                draw(ctx, new Problem.NotFound("page"));
            }
        });
    }

    /**
     * Wraps every handler. An {@link Error} (no memory, too deep a recursion) ends a request like any mishap; Javalin
     * alone would send an empty answer.
     */
    public static Handler catchingErrors(Endpoint endpoint) {
        return ctx -> {
            try {
                endpoint.handler.handle(ctx);
            } catch (Error e) {
                throw new Broken(e);
            }
        };
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(Error cause) {
            super(cause);
        }
    }

    /** Where even drawing the problem breaks off: the same in a few bytes. */
    public static void lastWords(HttpServletResponse response, Error error) {
        LOG.error("a request broke off, and so did the page that says so", error);
        if (!response.isCommitted()) {
            UnreadableRequest.answer(response, new Problem.Mishap());
        }
    }

    private static Problem translated(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404, 405 -> new Problem.NotFound("page");
            case 413 -> new Problem.TooLarge("What was sent is larger than this server accepts.");
            default -> new Problem.Invalid("The request could not be read. Check the address and the values in it.");
        };
    }

    private void mishap(Exception e, Context ctx) {
        if (e instanceof java.io.EOFException || e.getClass().getSimpleName().equals("EofException")) {
            return; // the visitor went away
        }
        if (isOver(ctx)) {
            LOG.debug("what was left of a request failed after its end", e);
            return;
        }
        var fault = ClientErrors.of(e);
        // Of a body that breaks off nobody knows where the next request begins.
        fault.ifPresent(problem -> ctx.header("Connection", "close"));
        draw(ctx, fault.orElseGet(() -> ours(e, ctx)));
    }

    /**
     * Jetty empties a request once it is done with it. A failure after that has nobody to be told to, and a handler that
     * failed for it too would be called again without end.
     */
    private static boolean isOver(Context ctx) {
        try {
            return ctx.path().isEmpty();
        } catch (NullPointerException | IllegalStateException emptied) {
            return true;
        }
    }

    private static Problem ours(Exception e, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), loggable(ctx), e);
        boolean memory = Causes.of(e).anyMatch(OutOfMemoryError.class::isInstance);
        return memory ? new Problem.NoMemory() : new Problem.Mishap();
    }

    private void draw(Context ctx, Problem problem) {
        ctx.attribute("problem drawn", true);
        LOG.info("{} {} {} {}", problem.status(), ctx.method(), loggable(ctx), problem.getMessage());
        ctx.status(problem.status());
        problem.retryAfter().ifPresent(seconds -> ctx.header("Retry-After", Integer.toString(seconds)));
        if (ctx.path().startsWith("/api/") || ctx.path().equals("/health")) {
            ctx.contentType("application/problem+json").result(json(ctx, problem));
        } else if (problem.status() == 401) {
            ctx.redirect("/sign-in?next=" + Links.encode(here(ctx)));
        } else if (ctx.header("HX-Request") != null) {
            ctx.html(templates.uiProblemFragment(problem.getMessage()).render());
        } else {
            ctx.html(templates
                    .uiProblem(page.apply(ctx, problem.title()), problem)
                    .render());
        }
    }

    /** The path without the tokens of set-up links and invitations. */
    private static String loggable(Context ctx) {
        return ctx.path().replaceAll("[\\w-]{40,}", "TOKEN").replaceAll("\\p{Cntrl}", "?");
    }

    private static String here(Context ctx) {
        if (!ctx.method().name().equals("GET")) {
            return "/";
        }
        return ctx.queryString() == null ? ctx.path() : ctx.path() + "?" + ctx.queryString();
    }

    private static String json(Context ctx, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", problem.status());
        body.put("title", problem.title());
        body.put("detail", problem.getMessage());
        if (!problem.mistakes().isEmpty()) {
            body.put("errors", problem.mistakes());
        }
        return ctx.jsonMapper().toJsonString(body, Map.class);
    }
}
