package codeframe.llm.server;

import codeframe.administration.AdministrationView;
import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.user.AccountEvents;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Locale;

/** The administrator's list of computers inside the network that project owners may make LLM servers of. */
public final class PlacesPages {
    private static final String PATH = AdministrationView.HOME + "/llm-servers";

    private final AllowedPlaces places;
    private final AccountEvents events;
    private final AdministrationView view;
    private final Templates templates;

    public PlacesPages(AllowedPlaces places, AccountEvents events, AdministrationView view, Templates templates) {
        this.places = places;
        this.events = events;
        this.view = view;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, ctx -> show(ctx, "", "", ""), Role.ADMIN);
        routes.post(PATH, this::add, Role.ADMIN);
        routes.post(PATH + "/{place}/remove", this::remove, Role.ADMIN);
    }

    private void show(Context ctx, String typed, String note, String mistake) {
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(templates
                        .llmPlaces(view.page(ctx, "LLM servers"), places.all(), places.used(), typed, note, mistake)
                        .render());
    }

    private void add(Context ctx) {
        var typed = Params.text(ctx, "place").toLowerCase(Locale.ROOT);
        var note = Params.text(ctx, "note");
        if (AllowedPlace.of(typed).isEmpty()) {
            show(
                    ctx,
                    typed,
                    note,
                    "Write a name, a number or a network, with or without a port: gpu.example.org,"
                            + " localhost:11434, 10.20.0.5 or 192.168.0.0/16.");
        } else if (note.length() > 200) {
            show(ctx, typed, note, "The note has at most 200 characters.");
        } else if (places.add(typed, note, Access.user(ctx).id()) == 0) {
            show(ctx, typed, note, "This is on the list already.");
        } else {
            record(ctx, "added " + typed + " to the list of LLM servers inside the network");
            view.back(ctx, PATH, typed + " is on the list.");
        }
    }

    private void remove(Context ctx) {
        var place = places.remove(Params.id(ctx, "place")).orElseThrow(() -> new Problem.NotFound("entry"));
        record(ctx, "took " + place + " off the list of LLM servers inside the network");
        view.back(ctx, PATH, place + " is off the list.");
    }

    private void record(Context ctx, String what) {
        long self = Access.user(ctx).id();
        events.add(self, self, what);
    }
}
