package codeframe.clip;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The models of this installation: everybody sees them, the person who set it up installs them. */
public final class ModelPages {
    private final ModelDirectory directory;
    private final ModelDownloads downloads;
    private final ModelPassports passports;
    private final Access access;
    private final Templates templates;

    ModelPages(
            ModelDirectory directory,
            ModelDownloads downloads,
            ModelPassports passports,
            Access access,
            Templates templates) {
        this.passports = passports;
        this.directory = directory;
        this.downloads = downloads;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/models", ctx -> show(ctx, "", ""), Role.SIGNED_IN);
        routes.get("/models/list", this::list, Role.SIGNED_IN);
        routes.get("/models/passport", this::passport, Role.SIGNED_IN);
        routes.post("/models/tests", this::test, Role.ADMIN);
        routes.post("/models/downloads", this::start, Role.ADMIN);
        routes.post("/models/downloads/cancel", this::cancel, Role.ADMIN);
    }

    private void show(Context ctx, String name, String mistake) {
        var page = access.page(ctx, "Models", "models");
        ctx.html(templates
                .clipModels(
                        page,
                        ModelList.of(directory, downloads, passports),
                        downloads.hub(),
                        directory.path().toString(),
                        name,
                        mistake)
                .render());
    }

    /** The part of the page that changes while a download is running. */
    private void list(Context ctx) {
        var page = access.page(ctx, "Models", "models");
        ctx.html(templates
                .clipModelList(page, ModelList.of(directory, downloads, passports))
                .render());
    }

    /** One model: which files, how they are understood, and how its self-test ended. */
    private void passport(Context ctx) {
        var passport = passports.of(named(Params.query(ctx, "name")));
        ctx.html(templates
                .clipPassport(access.page(ctx, passport.model().name(), "models"), passport)
                .render());
    }

    private ModelFolder named(String name) {
        return directory.named(name).orElseThrow(() -> new Problem.NotFound("model"));
    }

    private void test(Context ctx) {
        var name = Params.text(ctx, "name");
        if (directory.named(name).isEmpty()) {
            access.redirect(ctx, "/models", "The model “" + name + "” is not installed on this server.");
            return;
        }
        var model = named(name);
        passports.tests().start(model.name());
        access.redirect(ctx, model.passportPath(), "The self-test has begun; a large model takes a minute.");
    }

    private void start(Context ctx) {
        var name = Params.text(ctx, "name");
        if (!ModelDownloads.isName(name)) {
            ctx.status(422);
            show(ctx, name, "A name on the hub has an owner and a model, such as openai/clip-vit-base-patch32.");
        } else if (directory.named(name).isPresent()) {
            access.redirect(ctx, "/models", name + " is installed already.");
        } else if (!KnownModel.limit(name).isEmpty()
                && !Params.text(ctx, "accepted").equals("true")) {
            ctx.status(422);
            show(ctx, name, KnownModel.limit(name) + " Its own button in the list above asks for it.");
        } else {
            downloads.start(name);
            access.redirect(ctx, "/models", "The download of " + name + " has begun; you may leave this page.");
        }
    }

    private void cancel(Context ctx) {
        var name = Params.text(ctx, "name");
        downloads.cancel(name);
        access.redirect(ctx, "/models", "The download of " + name + " stops. What has arrived is kept.");
    }
}
