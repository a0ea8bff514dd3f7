package codeframe.llm.server;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/** The servers of a project: what owners may ask, how often, and whether images may go there. */
public final class ServerPages {
    private final ServerRegistry registry;
    private final LlmClients clients;
    private final ModelCheck modelCheck;
    private final LearntLimits learnt;
    private final Shell shell;

    /** The frame around the pages. */
    public record Shell(Access access, Templates templates) {}

    public ServerPages(
            ServerRegistry registry, LlmClients clients, ModelCheck modelCheck, LearntLimits learnt, Shell shell) {
        this.registry = registry;
        this.clients = clients;
        this.modelCheck = modelCheck;
        this.learnt = learnt;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        var base = "/projects/{project}/llm/servers";
        routes.get(base, this::list, Role.OWNER);
        routes.post(base, this::add, Role.OWNER);
        routes.post("/projects/{project}/llm/leaving", this::leaving, Role.OWNER);
        routes.get(base + "/{server}", ctx -> edit(ctx, registry.form(server(ctx))), Role.OWNER);
        routes.post(base + "/{server}", this::change, Role.OWNER);
        routes.post(base + "/{server}/test", this::test, Role.OWNER);
        routes.post(base + "/{server}/remove", this::remove, Role.OWNER);
        routes.post(base + "/{server}/habits/forget", this::forget, Role.OWNER);
    }

    private void list(Context ctx) {
        show(ctx, ServerForm.proposed(Presets.of(Params.query(ctx, "preset"))));
    }

    private void show(Context ctx, ServerForm form) {
        long project = Access.project(ctx).id();
        var page = shell.access().page(ctx, "LLM servers", "settings");
        ctx.status(form.mistakes().isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .llmServers(page, registry.servers(project), registry.imagesMayLeave(project), form)
                        .render());
    }

    private void add(Context ctx) {
        var project = Access.project(ctx).id();
        var form = registry.checked(project, ServerForm.typed(ctx, Optional.empty()), Optional.empty());
        if (form.mistakes().isEmpty()) {
            long id = registry.add(project, form, Access.user(ctx).id());
            shell.access().redirect(ctx, path(project) + "/" + id, "The server is added. Test it now.");
        } else {
            show(ctx, form);
        }
    }

    private void leaving(Context ctx) {
        var project = Access.project(ctx).id();
        boolean may = Params.text(ctx, "may").equals("true");
        registry.letImagesLeave(project, may, Access.user(ctx).id());
        shell.access()
                .redirect(
                        ctx,
                        path(project),
                        may ? "Images may leave this server now." : "Images stay on this server from now on.");
    }

    private void edit(Context ctx, ServerForm form) {
        edit(ctx, form, Tested.NOTHING);
    }

    /**
     * How a test just went.
     *
     * @param model that was named, or empty
     * @param connection null where nothing was tested
     * @param findings of the model
     */
    public record Tested(String model, Connection connection, List<ModelCheck.Finding> findings) {
        static final Tested NOTHING = new Tested("", null, List.of());

        /** Whether a model answered. */
        public boolean works() {
            return findings.stream().anyMatch(ModelCheck.Finding::good);
        }
    }

    private void edit(Context ctx, ServerForm form, Tested tested) {
        var server = server(ctx);
        var page = shell.access().page(ctx, server.name(), "settings");
        ctx.status(form.mistakes().isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .llmServer(page, server, form, tested, registry.habits(server), learnt.of(server))
                        .render());
    }

    private void change(Context ctx) {
        var server = server(ctx);
        var typed = ServerForm.typed(ctx, Optional.of(server));
        var form = registry.checked(server.projectId(), typed, Optional.of(server));
        if (form.mistakes().isEmpty()) {
            registry.change(server, form, Access.user(ctx).id());
            shell.access().redirect(ctx, path(server.projectId()) + "/" + server.id(), "The server is saved.");
        } else {
            edit(ctx, form);
        }
    }

    private void test(Context ctx) {
        var server = server(ctx);
        var model = Params.text(ctx, "model");
        if (model.length() > 200) {
            throw new Problem.Invalid("The name of a model has at most 200 characters.");
        }
        var connection = Connection.test(clients, server);
        var findings = model.isEmpty() ? List.<ModelCheck.Finding>of() : modelCheck.ask(server, model);
        edit(ctx, registry.form(server), new Tested(model, connection, findings));
    }

    /** The next request goes out as usual and is refused anew where the server still takes it amiss. */
    private void forget(Context ctx) {
        var server = server(ctx);
        registry.forgetHabits(server);
        shell.access()
                .redirect(
                        ctx,
                        path(server.projectId()) + "/" + server.id(),
                        "What was learned of the server is forgotten; the next request finds out anew.");
    }

    private void remove(Context ctx) {
        var server = server(ctx);
        registry.remove(server, Access.user(ctx).id());
        shell.access()
                .redirect(
                        ctx,
                        path(server.projectId()),
                        "The server “" + server.name() + "” is removed, its key with it.");
    }

    private LlmServer server(Context ctx) {
        return registry.server(Access.project(ctx).id(), Params.id(ctx, "server"))
                .orElseThrow(() -> new Problem.NotFound("server"));
    }

    private static String path(long project) {
        return "/projects/" + project + "/llm/servers";
    }
}
