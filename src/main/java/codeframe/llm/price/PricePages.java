package codeframe.llm.price;

import codeframe.llm.server.LlmServer;
import codeframe.llm.server.LlmServers;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;

/** The price list of a server. What was spent keeps the price of its day, whatever is typed here later. */
public final class PricePages {
    private final LlmServers servers;
    private final Prices prices;
    private final Events events;
    private final Shell shell;
    private final Clock clock;

    /** The frame around the pages. */
    public record Shell(Access access, Templates templates) {}

    public PricePages(LlmServers servers, Prices prices, Events events, Shell shell, Clock clock) {
        this.servers = servers;
        this.prices = prices;
        this.events = events;
        this.shell = shell;
        this.clock = clock;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        var base = "/projects/{project}/llm/servers/{server}/prices";
        routes.get(base, this::list, Role.OWNER);
        routes.post(base, this::put, Role.OWNER);
        routes.post(base + "/remove", this::remove, Role.OWNER);
    }

    private void list(Context ctx) {
        show(ctx, PriceForm.proposed(Params.query(ctx, "model"), LocalDate.now(clock)));
    }

    private void show(Context ctx, PriceForm form) {
        var server = server(ctx);
        var page = shell.access().page(ctx, "Prices of " + server.name(), "settings");
        ctx.status(form.mistakes().isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .llmPrices(page, server, prices.list(server.id()), form, LocalDate.now(clock))
                        .render());
    }

    private void put(Context ctx) {
        var server = server(ctx);
        var form = PriceForm.typed(ctx).checked();
        if (!form.mistakes().isEmpty()) {
            show(ctx, form);
            return;
        }
        var price = form.price();
        prices.put(
                server.id(),
                price.model(),
                price.validFrom(),
                price.input(),
                price.cachedInput(),
                price.output(),
                price.batchFactor());
        int booked = prices.book(server.id(), price.model(), clock.getZone().getId());
        record(ctx, server, "set the price of " + price.model() + " from " + price.validFrom());
        back(
                ctx,
                server,
                "The price of " + price.model() + " is saved"
                        + (booked == 0 ? "." : ", and what it was tested for before is booked."));
    }

    private void remove(Context ctx) {
        var server = server(ctx);
        var form = PriceForm.typed(ctx);
        if (!form.validFrom().matches("\\d{4}-\\d\\d-\\d\\d")
                || prices.remove(server.id(), form.model(), LocalDate.parse(form.validFrom())) == 0) {
            throw new Problem.NotFound("price");
        }
        record(ctx, server, "removed the price of " + form.model() + " from " + form.validFrom());
        back(ctx, server, "The price is removed.");
    }

    private void record(Context ctx, LlmServer server, String what) {
        events.add(server.projectId(), Access.user(ctx).id(), what + " on the LLM server \"" + server.name() + "\"");
    }

    private void back(Context ctx, LlmServer server, String notice) {
        shell.access()
                .redirect(ctx, "/projects/" + server.projectId() + "/llm/servers/" + server.id() + "/prices", notice);
    }

    private LlmServer server(Context ctx) {
        return servers.server(Access.project(ctx).id(), Params.id(ctx, "server"))
                .orElseThrow(() -> new Problem.NotFound("server"));
    }
}
