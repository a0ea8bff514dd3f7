package codeframe.llm.example;

import codeframe.codebook.Codebook;
import codeframe.codebook.Codebooks;
import codeframe.codebook.Version;
import codeframe.db.Json;
import codeframe.image.Images;
import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The example images of a project: put there from an image's page, coded, and taken off again. */
public final class ExamplePages {
    private final PromptExamples examples;
    private final Codebooks codebooks;
    private final Images images;
    private final Access access;
    private final Templates templates;

    public ExamplePages(
            PromptExamples examples, Codebooks codebooks, Images images, Access access, Templates templates) {
        this.examples = examples;
        this.codebooks = codebooks;
        this.images = images;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/codebook/examples", this::list, Role.OWNER);
        routes.get("/projects/{project}/codebook/examples/{image}", this::edit, Role.OWNER);
        routes.post("/projects/{project}/codebook/examples/{image}", this::save, Role.OWNER);
        routes.post("/projects/{project}/codebook/examples/{image}/remove", this::remove, Role.OWNER);
    }

    private static String path(Context ctx) {
        return "/projects/" + Access.project(ctx).id() + "/codebook/examples";
    }

    private void list(Context ctx) {
        long project = Access.project(ctx).id();
        var pool = new ExamplePool(codebook(project), examples.ofProject(project));
        ctx.html(templates
                .llmExamples(access.page(ctx, "Examples", "codebook"), pool)
                .render());
    }

    /** What is published is what runs ask; before that, the draft. */
    private Codebook codebook(long project) {
        return codebooks
                .latest(project)
                .map(Version::codebook)
                .orElseGet(() -> codebooks.draft(project).codebook());
    }

    private void edit(Context ctx) {
        long project = Access.project(ctx).id();
        long image = image(ctx).id();
        var codes = examples.example(project, image)
                .map(example -> example.example().codes())
                .orElseGet(() -> examples.own(project, image, Access.user(ctx).id()));
        show(ctx, ExampleForm.of(codebook(project), codes), "");
    }

    private Images.Image image(Context ctx) {
        var image = images.find(Access.project(ctx).id(), Params.id(ctx, "image"))
                .orElseThrow(() -> new Problem.NotFound("image"));
        if (image.isVideo()) {
            throw new Problem.Invalid(image.name()
                    + " is a video, and examples are shown as pictures. Use one of its frames as example.");
        }
        return image;
    }

    private void show(Context ctx, ExampleForm form, String mistake) {
        long project = Access.project(ctx).id();
        var image = image(ctx);
        var place = new ExampleCandidate(
                image.id(),
                image.path(),
                examples.example(project, image.id()).isPresent(),
                examples.samples(project, image.id()));
        ctx.html(templates
                .llmExample(access.page(ctx, "Example", "codebook"), place, form, mistake)
                .render());
    }

    private void save(Context ctx) {
        long project = Access.project(ctx).id();
        var image = image(ctx);
        var form = ExampleForm.of(codebook(project), ctx);
        if (!form.mistakes().isEmpty()) {
            ctx.status(422);
            show(ctx, form, "");
        } else if (form.codes().isEmpty()) {
            ctx.status(422);
            show(ctx, form, "An example needs a code at least: it teaches by its codes.");
        } else {
            examples.put(
                    project, image.id(), Json.of(form.codes()), Access.user(ctx).id());
            access.redirect(ctx, path(ctx), image.name() + " is an example now. Nothing is judged by it any more.");
        }
    }

    private void remove(Context ctx) {
        var image = image(ctx);
        boolean was = examples.remove(Access.project(ctx).id(), image.id());
        access.redirect(
                ctx,
                path(ctx),
                was
                        ? image.name()
                                + " is no example any more. Where a run was shown it, it stays out of evaluation."
                        : image.name() + " was no example.");
    }
}
