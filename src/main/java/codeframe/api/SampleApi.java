package codeframe.api;

import codeframe.coding.sample.Planning;
import codeframe.coding.sample.SampleDrawing;
import codeframe.coding.sample.SampleRequest;
import codeframe.coding.sample.SampleViews;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.web.Body;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Samples for scripts: listed, looked at, drawn. */
public final class SampleApi {
    private static final Set<String> KEYS = Set.of(
            "name",
            "purpose",
            "design",
            "images",
            "shown",
            "size",
            "seed",
            "strata",
            "people",
            "codersEach",
            "overlap",
            "variables",
            "hidePost",
            "goldRule",
            "again");
    private static final Set<String> AGAIN = Set.of("share", "number", "afterDays");
    private static final Set<String> STRATA = Set.of("by", "coder", "variable", "floor");

    private final SampleViews views;
    private final Planning planning;
    private final SampleDrawing draws;
    private final Events events;

    record Created(long id, long seed) {}

    public SampleApi(SampleViews views, Planning planning, SampleDrawing draws, Events events) {
        this.views = views;
        this.planning = planning;
        this.draws = draws;
        this.events = events;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/projects/{project}/samples", this::list, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/samples/{sample}", this::show, Role.VIEWER);
        routes.post("/api/v1/projects/{project}/samples", this::draw, Role.OWNER);
    }

    private void list(Context ctx) {
        ctx.json(views.list(Access.project(ctx).id(), Access.user(ctx).id()).stream()
                .map(line -> SampleAnswer.of(line.sample(), line.progress(), null, null))
                .toList());
    }

    private void show(Context ctx) {
        var view = views.view(
                Access.project(ctx).id(),
                Params.id(ctx, "sample"),
                Access.user(ctx).id());
        boolean owner = Access.project(ctx).asRole().includes(Role.OWNER);
        ctx.json(SampleAnswer.of(
                view.sample(),
                view.progress(),
                view.strataShown(owner) ? view.strata() : null,
                view.again().orElse(null)));
    }

    private void draw(Context ctx) {
        long project = Access.project(ctx).id();
        long user = Access.user(ctx).id();
        var plan = planning.read(project, user, request(Body.json(ctx, KEYS), project, user))
                .orThrow();
        long sample = draws.draw(plan, user);
        events.add(project, user, "drew the sample \"" + plan.name() + "\"");
        ctx.status(201).json(new Created(sample, plan.seed()));
    }

    /** The wizard's request; shares are per cent there. People are named by their e-mail address. */
    private SampleRequest request(JsonNode body, long project, long user) {
        var strata = body.path("strata");
        Body.refuseUnknown(strata, STRATA);
        var emails = texts(body.path("people"));
        var people =
                emails.stream().map(email -> planning.person(project, email)).toList();
        return new SampleRequest(
                body.path("name").asText(""),
                body.path("purpose").asText(""),
                body.path("design").asText("simple"),
                FilterJson.read(body.path("images")).seenBy(user),
                body.path("shown").asText("usual"),
                new SampleRequest.By(
                        strata.path("by").asText(""),
                        strata.path("coder").asText("") + ":"
                                + strata.path("variable").asText(""),
                        strata.path("floor").asText("")),
                body.path("size").asText(""),
                body.path("seed").asText(""),
                new SampleRequest.Work(
                        texts(body.path("variables")),
                        people,
                        body.path("codersEach").asText("1"),
                        percent(body, "overlap"),
                        flag(body, "hidePost"),
                        body.path("goldRule").asText("unanimous"),
                        again(body.path("again"))),
                SampleRequest.Guess.USUAL);
    }

    private static SampleRequest.Again again(JsonNode again) {
        if (again.isMissingNode() || again.isNull()) {
            return SampleRequest.Again.NEVER;
        }
        Body.refuseUnknown(again, AGAIN);
        if (again.has("share") == again.has("number")) {
            throw new Problem.Invalid("\"again\" needs either \"share\" or \"number\".");
        }
        var days = again.path("afterDays").asText("14");
        return again.has("number")
                ? new SampleRequest.Again(again.path("number").asText(), SampleRequest.Again.IMAGES, days)
                : new SampleRequest.Again(percent(again, "share"), SampleRequest.Again.PERCENT, days);
    }

    private static String percent(JsonNode object, String key) {
        var share = object.path(key);
        if (!share.isMissingNode() && !(share.isNumber() && share.asDouble() >= 0 && share.asDouble() <= 1)) {
            throw new Problem.Invalid("\"" + key + "\" must be a number from 0 to 1.");
        }
        return String.format(Locale.ROOT, "%.4f", 100 * share.asDouble(0));
    }

    private static boolean flag(JsonNode body, String key) {
        if (!body.path(key).isMissingNode() && !body.path(key).isBoolean()) {
            throw new Problem.Invalid("\"" + key + "\" must be true or false.");
        }
        return body.path(key).asBoolean(false);
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
