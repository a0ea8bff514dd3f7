package codeframe.feature.vision;

import codeframe.db.Json;
import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.web.Problem;
import codeframe.web.Role;
import com.fasterxml.jackson.core.JacksonException;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Google Cloud Vision for scripts: what it would cost, and the start. The images are those of the address's filter. */
public final class VisionApi {
    private static final String PATH = "/api/v1/projects/{project}/features/vision";

    private final VisionStart start;
    private final Gallery gallery;

    public VisionApi(VisionStart start, Gallery gallery) {
        this.start = start;
        this.gallery = gallery;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::price, Role.OWNER);
        routes.post(PATH, this::begin, Role.OWNER);
    }

    /**
     * What all features together cost.
     *
     * @param perThousand dollars by feature
     * @param objection why nothing can be asked now, or null
     */
    record Offer(long images, BigDecimal low, BigDecimal high, Map<String, BigDecimal> perThousand, String objection) {}

    private Gallery.View view(Context ctx) {
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        return gallery.view(Access.project(ctx).id(), filter);
    }

    private void price(Context ctx) {
        var view = view(ctx);
        var estimate = start.estimate(view, Arrays.asList(VisionFeature.values()));
        var prices = new TreeMap<String, BigDecimal>();
        estimate.lines()
                .forEach(line ->
                        prices.put(line.feature().word(), estimate.price().perThousand(line.feature())));
        ctx.json(new Offer(
                estimate.images(),
                estimate.low(),
                estimate.high(),
                prices,
                start.objection(view.project()).orElse(null)));
    }

    record Started(long source, long images, BigDecimal low, BigDecimal high) {}

    private void begin(Context ctx) {
        var view = view(ctx);
        var sent = sent(ctx).form(view.filter().toQuery());
        var estimate = start.estimate(view, sent.chosen());
        var form = sent.checked(estimate);
        if (!form.mistake().isEmpty()) {
            throw new Problem.Invalid(form.mistake());
        }
        long source = start.start(view, form, estimate, Access.user(ctx).id());
        ctx.status(201).json(new Started(source, estimate.images(), estimate.low(), estimate.high()));
    }

    private static VisionForm.Sent sent(Context ctx) {
        try {
            return Optional.ofNullable(Json.MAPPER.readValue(ctx.bodyAsBytes(), VisionForm.Sent.class))
                    .orElseThrow(() -> new Problem.Invalid("The body is not JSON as the description has it: null."));
        } catch (JacksonException e) {
            throw new Problem.Invalid("The body is not JSON as the description has it: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
