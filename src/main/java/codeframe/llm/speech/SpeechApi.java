package codeframe.llm.speech;

import codeframe.db.Json;
import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.llm.server.LlmServer;
import codeframe.project.Access;
import codeframe.web.Problem;
import codeframe.web.Role;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writing down what is said in videos, for scripts: how much there is, and the start. */
final class SpeechApi {
    private static final String PATH = "/api/v1/projects/{project}/features/speech";
    private static final int MOST_DIGITS = 20;

    private final SpeechStart start;
    private final Gallery gallery;

    SpeechApi(SpeechStart start, Gallery gallery) {
        this.start = start;
        this.gallery = gallery;
    }

    void mount(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::offer, Role.OWNER);
        routes.post(PATH, this::begin, Role.OWNER);
    }

    private Gallery.View view(Context ctx) {
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        return gallery.view(Access.project(ctx).id(), filter);
    }

    private void offer(Context ctx) {
        ctx.json(start.estimate(view(ctx), false));
    }

    /** What a script sends; {@code spoken}, {@code language} and {@code again} may be absent. */
    record Ordered(
            String name,
            long server,
            String model,
            String spoken,
            String language,
            @JsonProperty("minute_price") BigDecimal minutePrice,
            BigDecimal cap,
            boolean again) {
        SpeechForm form(List<LlmServer> servers, String query) {
            return new SpeechForm(
                    name == null ? "" : name,
                    Long.toString(server),
                    model == null ? "" : model,
                    spoken == null ? "" : spoken,
                    language == null ? "simple" : language,
                    written(minutePrice),
                    written(cap),
                    again,
                    query,
                    servers,
                    "");
        }
    }

    /** A number of very many digits stays short, and is refused as it stands. */
    private static String written(BigDecimal number) {
        return number == null
                ? ""
                : Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
    }

    record Begun(long source, long videos, long withoutSound, long seconds, BigDecimal dollars) {}

    private void begin(Context ctx) {
        var view = view(ctx);
        var ordered =
                ordered(ctx).form(start.servers(view.project()), view.filter().toQuery());
        var estimate = start.estimate(view, ordered.again());
        var form = ordered.checked(estimate, start.languages());
        if (!form.mistake().isEmpty()) {
            throw new Problem.Invalid(form.mistake());
        }
        long source = start.start(view, form, Access.user(ctx).id());
        ctx.status(201)
                .json(new Begun(
                        source,
                        estimate.videos(),
                        estimate.withoutSound(),
                        estimate.seconds(),
                        form.dollars(estimate)));
    }

    private static Ordered ordered(Context ctx) {
        try {
            return Optional.ofNullable(Json.MAPPER.readValue(ctx.bodyAsBytes(), Ordered.class))
                    .orElseThrow(() -> new Problem.Invalid("The body is not JSON as the description has it: null."));
        } catch (JacksonException e) {
            throw new Problem.Invalid("The body is not JSON as the description has it: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
